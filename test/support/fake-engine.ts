import { sampleHistory, sampleSince } from './sample-history.ts';
import { sampleMirrors } from './sample-mirrors.ts';
import type { Crash } from '../../shared/crash.ts';
import { sampleTables } from './sample-tables.ts';
import type { FolderList, Settings, StartRequest } from '../../shared/contract.ts';
import {
  operationSteps,
  type OperationEvent,
  type OperationState,
} from '../../shared/operation.ts';
import { fail } from '../../shared/problem.ts';
import { emptySession, reduceSession, type Session } from '../../shared/session.ts';
import type { Engine } from '../../electron/engine/engine.ts';

/** An event without the numbers that the engine gives it. */
export type ScriptedEvent = OperationEvent extends infer E
  ? E extends OperationEvent
    ? Omit<E, 'operationId' | 'seq' | 'at'>
    : never
  : never;

export type FakeEngineOptions = {
  /** What happens after `started`; a script without an `ended` runs until it is cancelled. */
  script?: (request: StartRequest) => readonly ScriptedEvent[];
  settings?: Settings;
  folders?: Record<string, FolderList>;
  crash?: Crash;
  /** bundleId to the path of a zip. */
  bundles?: Record<string, string>;
};

export type FakeEngine = Engine & {
  /** Every request that reached the engine. */
  readonly requests: StartRequest[];
  readonly registered: string[];
  readonly wheels: string[];
  /** What was handed over as logs. */
  readonly logs: { name: string | null; bytes: number }[];
  readonly closed: () => boolean;
  /** Tells one more event of the running operation. */
  tell(event: ScriptedEvent): void;
};

const endedWell = { type: 'ended', outcome: 'succeeded', problem: null, result: null } as const;

/** An Engine that does nothing but replay: for hosts, which must not care what is behind it. */
export function createFakeEngine(options: FakeEngineOptions = {}): FakeEngine {
  const listeners = new Set<(event: OperationEvent) => void>();
  const requests: StartRequest[] = [];
  const registered: string[] = [];
  const wheels: string[] = [];
  const logs: { name: string | null; bytes: number }[] = [];
  let session: Session = emptySession;
  let settings: Settings = options.settings ?? { language: null, theme: 'system' };
  let closed = false;
  let operations = 0;

  function tell(event: ScriptedEvent): void {
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, session.seq)).toISOString();
    const operationId = `operation-${operations}`;
    const whole = { ...event, operationId, seq: session.seq + 1, at };
    session = reduceSession(session, whole);
    for (const listener of listeners) listener(whole);
  }

  function isRunning(): boolean {
    return session.operation !== null && session.operation.outcome === null;
  }

  return {
    requests,
    registered,
    wheels,
    logs,
    closed: () => closed,
    tell,
    session: () => session,
    settings: () => settings,
    settingsProblem: () => null,
    updates: async () => ({ kind: 'off' }),
    stateFolder: '/state',
    saveSettings: async (wanted) => (settings = wanted),
    mirrors: async () => ({ mirrors: sampleMirrors, milliseconds: null }),
    history: async (targetId) => ({ ...sampleHistory, targetId }),
    tables: () => sampleTables,
    renewTables: async () => sampleTables,
    forgetTables: async () => sampleTables,
    setTablesAddress: async () => sampleTables,
    watch: async () => sampleSince,
    start: async (request) => {
      if (isRunning()) fail('busy');
      requests.push(request);
      operations += 1;
      const targetId = 'targetId' in request ? (request.targetId ?? null) : null;
      tell({
        type: 'started',
        kind: request.kind,
        targetId,
        steps: [...operationSteps[request.kind]],
      });
      const script = options.script?.(request) ?? [endedWell];
      setTimeout(() => script.forEach(tell), 5);
      return { operationId: `operation-${operations}` };
    },
    cancel: (operationId) => {
      if (operationId !== `operation-${operations}`)
        fail('not-found', { params: { target: operationId } });
      if (!isRunning()) return { cancelling: false };
      setTimeout(() => tell({ ...endedWell, outcome: 'cancelled' }), 5);
      return { cancelling: true };
    },
    listFolders: async (folderId = 'home') => {
      return options.folders?.[folderId] ?? fail('not-found', { params: { target: folderId } });
    },
    registerFolder: (path) => `folder-${registered.push(path)}`,
    registerWheel: (path) => `wheel-${wheels.push(path)}`,
    resolveTarget: async (target) => target,
    savedStates: async () => [],
    inUse: async () => ({ programs: [] }),
    choosePython: async () => ({}),
    bundlePath: (bundleId) => options.bundles?.[bundleId] ?? fail('bundle-unknown'),
    openLog: (name) => ({ logId: `log-${logs.push({ name, bytes: 0 })}` }),
    addToLog: (logId, _offset, piece) => {
      const log = logs[Number(logId.slice('log-'.length)) - 1];
      if (!log) fail('log-unknown');
      log.bytes += piece.length;
      return { bytes: log.bytes };
    },
    lastCrash: async () => options.crash ?? null,
    noteMistake: () => undefined,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended: async () => session.operation as OperationState,
    close: async () => {
      closed = true;
      if (isRunning()) tell({ ...endedWell, outcome: 'cancelled' });
    },
  };
}
