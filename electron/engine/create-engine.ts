import type { OperationEvent, OperationState } from '../../shared/operation.ts';
import { fail } from '../../shared/problem.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Plan } from '../../shared/plan.ts';
import { emptySession, reduceSession, type Session } from '../../shared/session.ts';
import type { Engine } from './engine.ts';
import { createJobs } from './jobs.ts';
import { createConsents } from './consent/consents.ts';
import { onlyConsented } from './consent/only-consented.ts';
import { createLogUploads } from './log-uploads.ts';
import { createOperationRunner } from './operation-runner.ts';
import { createOperationLog } from './operation-log.ts';
import { openMemory } from './memory.ts';
import { redactEvent } from './redaction/door.ts';
import { mendPrivateState, withPrivateState } from './private-state.ts';
import { openSettings } from './settings-store.ts';
import { startOperation } from './start-operation.ts';
import { statePaths } from './state-paths.ts';
import type { System } from './system.ts';
import { createTargets } from './targets.ts';

export type EngineOptions = {
  system: System;
  clock: () => Date;
  newId: () => string;
  /** Where journals, snapshots, settings and logs live (ATTENTION_DOCTOR_HOME). */
  stateFolder: string;
  version: string;
};

/** What a plan was made from: kept, so that the renderer only has to name the plan. */
export type Known = { plan: Plan; diagnosis: Diagnosis };

/** The whole back end behind the contract. */
export async function createEngine(given: EngineOptions): Promise<Engine> {
  const { stateFolder } = given;
  const options: EngineOptions = {
    ...given,
    system: withPrivateState(given.system, stateFolder),
  };
  await mendPrivateState(options.system, stateFolder);
  const paths = statePaths(stateFolder);
  const settings = await openSettings(options.system, paths.settings);
  const consents = createConsents({ ...options, file: paths.consents, folders: settings.folders });
  const system = onlyConsented(options.system, consents);
  const memory = await openMemory(system, stateFolder);
  const targets = createTargets(system, memory.placeOf);
  if (memory.found) targets.remember(memory.found);
  const plans = new Map<string, Known>();
  const bundles = new Map<string, string>();
  const uploads = createLogUploads(options.newId);
  const listeners = new Set<(event: OperationEvent) => void>();
  const operationLog = createOperationLog(system, paths.log);
  let session: Session = { ...emptySession, found: remembered(memory) };

  const runner = createOperationRunner({
    clock: options.clock,
    newId: options.newId,
    emit(told) {
      // What jobs keep for themselves (`plans`) stays whole: pip needs the password that nobody sees.
      const event = redactEvent(told);
      session = reduceSession(session, event);
      operationLog.write(event);
      for (const listener of listeners) listener(event);
    },
  });
  const jobs = createJobs({
    ...options,
    system,
    paths,
    settings,
    consents,
    targets,
    memory,
    plans,
    bundles,
    uploads,
    session: () => session,
  });
  const parts = { runner, jobs, targets, plans, uploads };

  return {
    session: () => session,
    settings: settings.get,
    async saveSettings(next) {
      await settings.save(next);
      return settings.get();
    },
    start: (request, host = {}) =>
      Promise.resolve().then(() => ({ operationId: startOperation(parts, request, host) })),
    cancel: (operationId) => ({ cancelling: runner.cancel(operationId) }),
    listFolders: targets.listFolders,
    registerFolder: targets.registerFolder,
    resolveTarget: targets.resolve,
    bundlePath(bundleId) {
      const file = bundles.get(bundleId);
      if (file === undefined) fail('bundle-unknown');
      return file;
    },
    openLog: (name) => ({ logId: uploads.open(name) }),
    addToLog: (logId, offset, piece) => ({ bytes: uploads.add(logId, offset, piece) }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended: (operationId) => endOf(operationId, () => session, listeners),
    async close() {
      const running = runner.currentId();
      if (running !== null) runner.cancel(running);
      await runner.settled();
      await operationLog.flush();
      uploads.close();
      listeners.clear();
    },
  };
}

/** The list of the last start, until the search of this one has ended. */
function remembered(memory: Awaited<ReturnType<typeof openMemory>>): Session['found'] {
  return memory.found && { ...memory.found, lastResults: memory.lastResults() };
}

function endOf(
  operationId: string,
  session: () => Session,
  listeners: Set<(event: OperationEvent) => void>,
): Promise<OperationState> {
  return new Promise((resolve) => {
    const check = (): boolean => {
      const { operation } = session();
      if (operation?.operationId !== operationId || operation.outcome === null) return false;
      resolve(operation);
      return true;
    };
    if (check()) return;
    const listener = (): void => {
      if (check()) listeners.delete(listener);
    };
    listeners.add(listener);
  });
}
