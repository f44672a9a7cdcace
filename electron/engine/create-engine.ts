import type { StartRequest } from '../../shared/contract.ts';
import type { OperationEvent, OperationState } from '../../shared/operation.ts';
import { fail } from '../../shared/problem.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Plan } from '../../shared/plan.ts';
import { emptySession, reduceSession, type Session } from '../../shared/session.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Engine, HostOptions } from './engine.ts';
import { createJobs } from './jobs.ts';
import { createOperationRunner } from './operation-runner.ts';
import { createOperationLog } from './operation-log.ts';
import { openMemory } from './memory.ts';
import { openSettings } from './settings-store.ts';
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
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { system, stateFolder } = options;
  const paths = statePaths(stateFolder);
  const settings = await openSettings(system, paths.settings);
  const targets = createTargets(system);
  const memory = await openMemory(system, stateFolder);
  if (memory.found) targets.remember(memory.found);
  const plans = new Map<string, Known>();
  const bundles = new Map<string, string>();
  const listeners = new Set<(event: OperationEvent) => void>();
  const operationLog = createOperationLog(system, paths.log);
  let session: Session = { ...emptySession, found: remembered(memory) };

  const runner = createOperationRunner({
    clock: options.clock,
    newId: options.newId,
    emit(event) {
      session = reduceSession(session, event);
      operationLog.write(event);
      for (const listener of listeners) listener(event);
    },
  });
  const jobs = createJobs({
    ...options,
    paths,
    settings,
    targets,
    memory,
    plans,
    bundles,
    session: () => session,
  });

  function start(request: StartRequest, host: HostOptions): string {
    switch (request.kind) {
      case 'find': {
        const folder = request.folderId === undefined ? null : targets.folder(request.folderId);
        return runner.start('find', null, (context) => jobs.find(context, folder, host));
      }
      case 'diagnose':
        return runner.start('diagnose', request.targetId, (context) =>
          jobs.diagnose(context, request.targetId, request.static !== true),
        );
      case 'plan':
        return runner.start('plan', request.targetId, (context) =>
          jobs.plan(context, request.targetId, request.goal),
        );
      case 'fix': {
        const known = plans.get(request.planId);
        if (!known) fail('plan-unknown');
        return runner.start('fix', known.plan.targetId, (context) => jobs.fix(context, known));
      }
      case 'verify':
        return runner.start('verify', request.targetId, (context) =>
          jobs.verify(context, request.targetId),
        );
      case 'rollback':
        return runner.start('rollback', request.targetId, (context) =>
          jobs.rollback(context, request.targetId, request.snapshotId ?? null),
        );
      case 'bundle':
        return runner.start('bundle', request.targetId, (context) =>
          jobs.bundle(context, request.targetId, host.bundlePath ?? null),
        );
      default:
        return assertNever(request);
    }
  }

  return {
    session: () => session,
    settings: settings.get,
    async saveSettings(next) {
      await settings.save(next);
      return settings.get();
    },
    start: (request, host = {}) =>
      Promise.resolve().then(() => ({ operationId: start(request, host) })),
    cancel: (operationId) => ({ cancelling: runner.cancel(operationId) }),
    listFolders: targets.listFolders,
    registerFolder: targets.registerFolder,
    resolveTarget: targets.resolve,
    bundlePath(bundleId) {
      const file = bundles.get(bundleId);
      if (file === undefined) fail('bundle-unknown');
      return file;
    },
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
