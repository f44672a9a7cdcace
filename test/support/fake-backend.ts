import { sampleHistory } from './sample-history.ts';
import { sampleMirrors } from './sample-mirrors.ts';
import { sampleTables } from './sample-tables.ts';
import type {
  AppState,
  Method,
  MethodResult,
  Params,
  StartRequest,
} from '../../shared/contract.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import type { Result } from '../../shared/problem.ts';
import { reduceSession } from '../../shared/session.ts';
import type { Backend } from '../../renderer/backend/backend.ts';
import type { BridgeCalls } from '../../renderer/backend/bridge.ts';
import { createListeners } from '../../renderer/backend/listeners.ts';

/** An event without the numbers that the engine gives it. */
export type ScriptedEvent = OperationEvent extends infer E
  ? E extends OperationEvent
    ? Omit<E, 'operationId' | 'seq' | 'at'>
    : never
  : never;

export type FakeBackend = Backend & {
  readonly requests: StartRequest[];
  readonly calls: { method: Method; params: unknown }[];
  /** Answers of single methods instead of the usual ones. */
  answer(changes: Partial<BridgeCalls>): void;
  /** Tells one more event of the running operation, and keeps it in the state. */
  tell(event: ScriptedEvent): void;
  /** As `tell`, but the listeners never hear of it. */
  miss(event: ScriptedEvent): void;
  replaceState(state: AppState): void;
  loseConnection(): void;
  openConnection(): void;
};

/** A Backend that holds one state and tells what the test wants told. */
export function createFakeBackend(initial: AppState): FakeBackend {
  const events = createListeners<[OperationEvent]>();
  const lost = createListeners<[]>();
  const open = createListeners<[]>();
  const requests: StartRequest[] = [];
  const calls: { method: Method; params: unknown }[] = [];
  let state = initial;
  let operations = 0;
  let logs = 0;
  let sent = 0;

  function keep(event: ScriptedEvent): OperationEvent {
    const seq = state.session.seq + 1;
    const at = new Date(Date.UTC(2026, 10, 22, 16, 0, seq)).toISOString();
    const operationId =
      event.type === 'started'
        ? `operation-${operations}`
        : (state.session.operation?.operationId ?? 'operation-0');
    const whole = { ...event, operationId, seq, at };
    state = { ...state, session: reduceSession(state.session, whole) };
    return whole;
  }

  const usual: BridgeCalls = {
    getState: async () => good(state),
    start: async (request) => {
      requests.push(request);
      operations += 1;
      return good({ operationId: `operation-${operations}` });
    },
    cancel: async () => good({ cancelling: true }),
    listFolders: async () =>
      good({
        folder: { folderId: 'home', name: 'mei' },
        path: '/home/mei',
        parentId: null,
        children: [{ folderId: 'comfy', name: 'ComfyUI' }],
      }),
    pickFolder: async () => good({ folderId: null }),
    pickWheel: async () => good({ wheelId: null }),
    openLog: async () => {
      logs += 1;
      sent = 0;
      return good({ logId: `log-${logs}` });
    },
    addToLog: async ({ chunk }) => {
      sent += Buffer.from(chunk, 'base64').length;
      return good({ bytes: sent });
    },
    saveBundle: async () => good({ kind: 'saved', fileName: 'bundle.zip' }),
    history: async ({ targetId }) => good({ ...sampleHistory, targetId }),
    mirrors: async ({ mirrorId }) =>
      good({ mirrors: sampleMirrors, milliseconds: mirrorId === 'tuna' ? 420 : null }),
    tables: async () => good(sampleTables),
    renewTables: async () =>
      good({ ...sampleTables, date: '2026-12-05', from: 'renewed' as const }),
    savedStates: async () => good([]),
    inUse: async () => good({ programs: [] }),
    choosePython: async () => good({}),
    openLink: async () => good({ url: null }),
    showBundle: async () => good({}),
    updates: async () => good({ kind: 'off' }),
    saveSettings: async (settings) => {
      state = { ...state, settings };
      return good(settings);
    },
  };
  let current = usual;

  return {
    requests,
    calls,
    call<M extends Method>(method: M, params: Params<M>): Promise<Result<MethodResult<M>>> {
      calls.push({ method, params });
      return current[method](params);
    },
    onEvent: events.add,
    onConnectionLost: lost.add,
    onConnectionOpen: open.add,
    answer(changes) {
      current = { ...current, ...changes };
    },
    tell: (event) => events.tell(keep(event)),
    miss: (event) => void keep(event),
    replaceState(next) {
      state = next;
    },
    loseConnection: () => lost.tell(),
    openConnection: () => open.tell(),
  };
}

function good<T>(value: T): Result<T> {
  return { ok: true, value };
}
