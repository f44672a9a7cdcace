import * as z from 'zod';
import { contract, type Method, type MethodResult, type Params } from '../../shared/contract.ts';
import { operationEventSchema, type OperationEvent } from '../../shared/operation.ts';
import { problemSchema, type Problem, type Result } from '../../shared/problem.ts';
import { sessionHeader } from '../../shared/web-session.ts';
import type { Backend } from './backend.ts';
import { openEventStream, type EventStream, type Send } from './event-stream.ts';
import { createListeners } from './listeners.ts';

export type HttpBackendOptions = {
  /** Address in front of /api; empty for the page's own host. */
  base?: string;
  /** Shown with every call; null where nobody was let in, which the host answers with a Problem. */
  session?: Promise<string | null>;
  openStream?: (url: string) => EventStream;
  fetch?: Send;
};

/** Spelled out, so that the compiler ties each method to its own answer. */
const readers: { [M in Method]: (value: unknown) => MethodResult<M> } = {
  getState: (value) => contract.getState.result.parse(value),
  start: (value) => contract.start.result.parse(value),
  cancel: (value) => contract.cancel.result.parse(value),
  listFolders: (value) => contract.listFolders.result.parse(value),
  pickFolder: (value) => contract.pickFolder.result.parse(value),
  pickWheel: (value) => contract.pickWheel.result.parse(value),
  openLog: (value) => contract.openLog.result.parse(value),
  addToLog: (value) => contract.addToLog.result.parse(value),
  saveBundle: (value) => contract.saveBundle.result.parse(value),
  mirrors: (value) => contract.mirrors.result.parse(value),
  tables: (value) => contract.tables.result.parse(value),
  renewTables: (value) => contract.renewTables.result.parse(value),
  history: (value) => contract.history.result.parse(value),
  savedStates: (value) => contract.savedStates.result.parse(value),
  inUse: (value) => contract.inUse.result.parse(value),
  choosePython: (value) => contract.choosePython.result.parse(value),
  openLink: (value) => contract.openLink.result.parse(value),
  saveSettings: (value) => contract.saveSettings.result.parse(value),
  showBundle: (value) => contract.showBundle.result.parse(value),
  updates: (value) => contract.updates.result.parse(value),
};

const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);

/** The engine behind the loopback web host: another process of unknown version, so all is parsed. */
export function createHttpBackend(options: HttpBackendOptions = {}): Backend & { close(): void } {
  const base = options.base ?? '';
  const send = withSession(
    options.fetch ?? globalThis.fetch.bind(globalThis),
    options.session ?? Promise.resolve(null),
  );
  const events = createListeners<[OperationEvent]>();
  const lost = createListeners<[]>();
  const open = createListeners<[]>();
  const openStream = options.openStream ?? ((url: string) => openEventStream(url, send));
  const stream = openStream(`${base}/api/events`);
  stream.onopen = () => open.tell();
  // It tries again by itself; `open` is told when it worked.
  stream.onerror = () => lost.tell();
  stream.onmessage = (message) => {
    const event = operationEventSchema.safeParse(parseJson(message.data));
    // An event that cannot be read leaves a gap in seq, and a gap makes the store ask for the state.
    if (event.success) events.tell(event.data);
  };

  async function call<M extends Method>(
    method: M,
    params: Params<M>,
  ): Promise<Result<MethodResult<M>>> {
    let response: Response;
    try {
      response = await send(`${base}/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
    } catch (thrown) {
      lost.tell();
      return failure({ code: 'connection-lost', detail: describe(thrown) });
    }
    return readAnswer(method, response);
  }

  return {
    call,
    onEvent: events.add,
    onConnectionLost: lost.add,
    onConnectionOpen: open.add,
    close: () => stream.close(),
  };
}

async function readAnswer<M extends Method>(
  method: M,
  response: Response,
): Promise<Result<MethodResult<M>>> {
  const text = await response.text().catch(describe);
  const envelope = envelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) {
    return failure({
      code: 'unexpected',
      detail: `${method}: HTTP ${response.status}\n${text.slice(0, 2000)}`,
    });
  }
  if (!envelope.data.ok) return failure(envelope.data.problem);
  try {
    return { ok: true, value: readers[method](envelope.data.value) };
  } catch (thrown) {
    return failure({ code: 'unexpected', detail: `${method}: ${describe(thrown)}` });
  }
}

function failure(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    // Not JSON: the schema that reads this refuses it with a sentence.
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function withSession(send: Send, session: Promise<string | null>): Send {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const shown = await session;
    if (shown !== null) headers.set(sessionHeader, shown);
    return send(input, { ...init, headers });
  };
}
