import type { Crash } from '../../shared/crash.ts';
import type { OperationEvent, OperationState } from '../../shared/operation.ts';
import { fail, ProblemError, toProblem, type Problem } from '../../shared/problem.ts';
import { emptySession, reduceSession, type Session } from '../../shared/session.ts';
import { createConsents } from './consent/consents.ts';
import { onlyConsented } from './consent/only-consented.ts';
import type { Engine } from './engine.ts';
import type { EngineOptions, Known } from './jobs/job-options.ts';
import { createJobs } from './jobs/jobs.ts';
import { startOperation } from './jobs/start-operation.ts';
import { createTargets } from './jobs/targets.ts';
import { createLogUploads } from './logs/log-uploads.ts';
import { isMistake } from './mistakes/parts.ts';
import { createOperationLog } from './operations/operation-log.ts';
import { createOperationRunner } from './operations/operation-runner.ts';
import { redactEvent, withoutSecrets } from './redaction/door.ts';
import { takeLastCrash } from './state/last-crash.ts';
import { openTables } from './renewal/renewed-tables.ts';
import { createTablesDoor } from './renewal/tables-door.ts';
import { openMemory } from './state/memory.ts';
import { removeOldParts } from './state/old-parts.ts';
import { mendPrivateState, withPrivateState } from './state/private-state.ts';
import { openSettings } from './state/settings-store.ts';
import { statePaths } from './state/state-paths.ts';

/** The whole back end behind the contract. */
export async function createEngine(given: EngineOptions): Promise<Engine> {
  const { stateFolder } = given;
  const paths = statePaths(stateFolder);
  const { compiled: compiledFolder } = paths;
  const bare = { ...withPrivateState(given.system, stateFolder), compiledFolder };
  await mendPrivateState(bare, stateFolder);
  await removeOldParts(bare, stateFolder, given.clock());
  const settings = await openSettings(bare, paths.settings);
  const options: EngineOptions = { ...given, system: { ...bare, network: settings.network } };
  const tables = await openTables(options.system, paths, options.tableKeys);
  const consents = createConsents({ ...options, file: paths.consents, folders: settings.folders });
  const system = onlyConsented(options.system, consents);
  const memory = await openMemory(system, stateFolder);
  const operationLog = createOperationLog(system, paths.log);
  const note = (problem: Problem): void =>
    operationLog.note(withoutSecrets(problem), options.clock());
  const targets = createTargets(system, memory, note);
  if (memory.found) targets.remember(memory.found);
  const plans = new Map<string, Known>();
  const bundles = new Map<string, string>();
  const uploads = createLogUploads(options.newId);
  const begun = options.clock();
  const listeners = new Set<(event: OperationEvent) => void>();
  let crash: Crash | null = null;
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
    begun,
  });
  const tablesDoor = createTablesDoor({
    system: options.system,
    tables,
    settings,
    isBusy: () => runner.currentId() !== null,
  });
  const parts = { runner, jobs, targets, plans, uploads };

  return {
    session: () => session,
    settings: () => withoutSecrets(settings.get()),
    settingsProblem: settings.problem,
    async saveSettings(next) {
      await settings.save(next);
      return withoutSecrets(settings.get());
    },
    updates: () => jobs.updates(),
    stateFolder,
    start: (request, host = {}) =>
      Promise.resolve().then(() => ({ operationId: startOperation(parts, request, host) })),
    cancel: (operationId) => ({ cancelling: runner.cancel(operationId) }),
    listFolders: targets.listFolders,
    registerFolder: targets.registerFolder,
    registerWheel: targets.registerWheel,
    resolveTarget: targets.resolve,
    mirrors: (tried) => jobs.mirrors(tried),
    ...tablesDoor,
    history: async (targetId) => withoutSecrets(await jobs.history(targetId)),
    watch: async (targetId, watching) => withoutSecrets(await jobs.watch(targetId, watching)),
    async savedStates() {
      return withoutSecrets(await jobs.savedStates());
    },
    inUse: (targetId) => jobs.inUse(targetId),
    async choosePython(targetId, environmentId) {
      await jobs.choosePython(targetId, environmentId);
      return {};
    },
    bundlePath(bundleId) {
      const file = bundles.get(bundleId);
      if (file === undefined) fail('bundle-unknown');
      return file;
    },
    openLog: (name, whole) => ({ logId: uploads.open(name, whole) }),
    addToLog: (logId, offset, piece) => ({ bytes: uploads.add(logId, offset, piece) }),
    async lastCrash() {
      // A page that comes back asks again, and may be what broke off.
      crash = (await takeLastCrash(options.system, paths.crash)) ?? crash;
      return crash;
    },
    noteMistake(thrown) {
      if (!(thrown instanceof ProblemError) && isMistake(thrown)) note(toProblem(thrown));
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
