import type { z } from 'zod';
import { contract, isMethod, type Handlers, type Method } from '../../shared/contract.ts';
import { fail, type Result } from '../../shared/problem.ts';
import { problemToTell } from '../engine/redaction/door.ts';

type Call = (params: unknown) => Promise<unknown>;

/**
 * The one way from the outside to the engine: checks the method and its params, calls, and turns
 * whatever is thrown into a Problem. Never throws; `note` hears of what was thrown.
 */
export async function dispatch(
  handlers: Handlers,
  method: unknown,
  params: unknown,
  note: (thrown: unknown) => void,
): Promise<Result<unknown>> {
  try {
    if (!isMethod(method)) return refuse(`there is no method ${nameOf(method)}`);
    return { ok: true, value: await callsOf(handlers)[method](params) };
  } catch (thrown) {
    note(thrown);
    return { ok: false, problem: problemToTell(thrown) };
  }
}

/** A refusal that never reached the engine. */
export function refuse(reason: string): Result<never> {
  return { ok: false, problem: { code: 'invalid-request', params: { reason } } };
}

/** Spelled out, so that the compiler ties the schema of each method to its handler. */
function callsOf(handlers: Handlers): Record<Method, Call> {
  return {
    getState: checked(contract.getState.params, handlers.getState),
    start: checked(contract.start.params, handlers.start),
    cancel: checked(contract.cancel.params, handlers.cancel),
    listFolders: checked(contract.listFolders.params, handlers.listFolders),
    pickFolder: checked(contract.pickFolder.params, handlers.pickFolder),
    pickWheel: checked(contract.pickWheel.params, handlers.pickWheel),
    openLog: checked(contract.openLog.params, handlers.openLog),
    addToLog: checked(contract.addToLog.params, handlers.addToLog),
    saveBundle: checked(contract.saveBundle.params, handlers.saveBundle),
    mirrors: checked(contract.mirrors.params, handlers.mirrors),
    tables: checked(contract.tables.params, handlers.tables),
    renewTables: checked(contract.renewTables.params, handlers.renewTables),
    history: checked(contract.history.params, handlers.history),
    savedStates: checked(contract.savedStates.params, handlers.savedStates),
    inUse: checked(contract.inUse.params, handlers.inUse),
    choosePython: checked(contract.choosePython.params, handlers.choosePython),
    openLink: checked(contract.openLink.params, handlers.openLink),
    saveSettings: checked(contract.saveSettings.params, handlers.saveSettings),
    showBundle: checked(contract.showBundle.params, handlers.showBundle),
    updates: checked(contract.updates.params, handlers.updates),
  };
}

function checked<P>(schema: z.ZodType<P>, handle: (params: P) => Promise<unknown>): Call {
  return async (params) => {
    const parsed = schema.safeParse(params);
    if (!parsed.success) fail('invalid-request', { params: { reason: reasonOf(parsed.error) } });
    return handle(parsed.data);
  };
}

/** The first thing that does not fit, in short. */
function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'the parameters do not fit';
  const place = issue.path.map(String).join('.');
  const text = issue.message.slice(0, 160);
  return place ? `${place}: ${text}` : text;
}

function nameOf(method: unknown): string {
  return typeof method === 'string' ? `“${method.slice(0, 60)}”` : 'without a name';
}
