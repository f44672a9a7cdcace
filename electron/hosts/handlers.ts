import path from 'node:path';
import type { AppState, Handlers, MethodResult } from '../../shared/contract.ts';
import type { Platform } from '../../shared/facts.ts';
import { links } from '../../shared/links.ts';
import { fail, ProblemError, type Problem } from '../../shared/problem.ts';
import type { Engine } from '../engine/engine.ts';

/** What a host can do that the engine cannot. */
export type Abilities = {
  host: AppState['app']['host'];
  version: string;
  platform: Platform;
  /** A native dialog; null where there is none. Answers null when the user closed it. */
  pickFolder: (() => Promise<string | null>) | null;
  /** The same for one wheel file. */
  pickWheel: (() => Promise<string | null>) | null;
  /** `savedAt`: where the user put it, if we wrote it there. */
  saveBundle: (
    bundle: SavedBundle,
  ) => Promise<{ answer: MethodResult<'saveBundle'>; savedAt: string | null }>;
  /** Shows a file in its folder; null where there is no such window. */
  showFile: ((path: string) => void) | null;
  /** What the app is made of, for its page “About”. */
  parts: AppState['app']['parts'];
  /** Opens an address of shared/links.ts, or answers it where the browser has to open it. */
  openLink: (url: string) => Promise<string | null>;
};

export type SavedBundle = { bundleId: string; path: string; fileName: string };

/** The contract, answered by an engine and what the host can do. */
export function createHandlers(engine: Engine, abilities: Abilities): Handlers {
  const { host, version, platform, pickFolder, pickWheel, parts } = abilities;
  /** Where each bundle was saved by the user. */
  const saved = new Map<string, string>();
  return {
    getState: async () => ({
      app: {
        ...{ host, version, platform, parts },
        canPickFolder: pickFolder !== null,
        stateFolder: engine.stateFolder,
        crash: await engine.lastCrash(),
      },
      settings: engine.settings(),
      settingsProblem: engine.settingsProblem(),
      session: engine.session(),
    }),
    start: async (request) => engine.start(request),
    cancel: async ({ operationId }) => engine.cancel(operationId),
    listFolders: async ({ folderId, wheels }) => engine.listFolders(folderId, wheels),
    pickFolder: async () => {
      if (!pickFolder) fail('not-offered-here');
      const chosen = await pickFolder();
      return { folderId: chosen === null ? null : engine.registerFolder(chosen) };
    },
    pickWheel: async () => {
      if (!pickWheel) fail('not-offered-here');
      const chosen = await pickWheel();
      return { wheelId: chosen === null ? null : engine.registerWheel(chosen) };
    },
    openLog: async ({ name, holds }) => engine.openLog(name, holds === 'workflow'),
    addToLog: async ({ logId, offset, chunk }) =>
      engine.addToLog(logId, offset, Buffer.from(chunk, 'base64')),
    saveBundle: async ({ bundleId }) => {
      const file = engine.bundlePath(bundleId);
      const fileName = bundleName(engine, bundleId, file);
      const { answer, savedAt } = await abilities.saveBundle({ bundleId, path: file, fileName });
      if (savedAt !== null) saved.set(bundleId, savedAt);
      return answer;
    },
    showBundle: async ({ bundleId }) => {
      if (!abilities.showFile) fail('not-offered-here');
      abilities.showFile(saved.get(bundleId) ?? engine.bundlePath(bundleId));
      return {};
    },
    mirrors: async ({ mirrorId }) => engine.mirrors(mirrorId),
    tables: async () => engine.tables(),
    renewTables: async () => engine.renewTables(),
    history: async ({ targetId }) => engine.history(targetId),
    savedStates: async () => engine.savedStates(),
    inUse: async ({ targetId }) => engine.inUse(targetId),
    choosePython: async ({ targetId, environmentId }) =>
      engine.choosePython(targetId, environmentId),
    openLink: async ({ linkId }) => ({ url: await abilities.openLink(links[linkId]) }),
    saveSettings: async (settings) => engine.saveSettings(settings),
    updates: async () => engine.updates(),
  };
}

/** The name that was shown to the user; the file itself lies under a name of the engine's choice. */
export function bundleName(engine: Engine, bundleId: string, file: string): string {
  const bundle = engine.session().bundle;
  return bundle?.bundleId === bundleId ? bundle.fileName : path.basename(file);
}

/** An engine that could not start answers every call with the reason, so that no window waits. */
export function failedHandlers(thrown: unknown): Handlers {
  const problem = fatalStart(thrown);
  const refuseAll = async () => {
    throw new ProblemError(problem);
  };
  return {
    getState: refuseAll,
    start: refuseAll,
    cancel: refuseAll,
    listFolders: refuseAll,
    pickFolder: refuseAll,
    pickWheel: refuseAll,
    openLog: refuseAll,
    addToLog: refuseAll,
    saveBundle: refuseAll,
    mirrors: refuseAll,
    tables: refuseAll,
    renewTables: refuseAll,
    history: refuseAll,
    savedStates: refuseAll,
    inUse: refuseAll,
    choosePython: refuseAll,
    openLink: refuseAll,
    saveSettings: refuseAll,
    showBundle: refuseAll,
    updates: refuseAll,
  };
}

function fatalStart(thrown: unknown): Problem {
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'fatal-start', detail };
}
