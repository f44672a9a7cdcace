import type { FolderList, Settings, StartRequest } from '../../shared/contract.ts';
import type { Crash } from '../../shared/crash.ts';
import type { History, SinceProved } from '../../shared/history.ts';
import type { MirrorsShown } from '../../shared/mirrors.ts';
import type { OperationEvent, OperationState } from '../../shared/operation.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SavedState } from '../../shared/report.ts';
import type { Session } from '../../shared/session.ts';
import type { UpdateAnswer } from '../../shared/updates.ts';
import type { TablesEdition } from '../../shared/tables-edition.ts';
import type { HostOptions } from './jobs/host-options.ts';

/** The whole back end, as the hosts see it. Every method may throw a ProblemError. */
export interface Engine {
  session(): Session;
  settings(): Settings;
  /** Why the file of settings does not hold as it stands; null where it does. */
  settingsProblem(): Problem | null;
  saveSettings(settings: Settings): Promise<Settings>;
  /** Whether there is a newer version; asks nobody unless the user has switched it on. */
  updates(): Promise<UpdateAnswer>;
  /** Where settings, saved states and logs lie. */
  readonly stateFolder: string;
  /** Throws `busy` while another operation runs. `options` are for hosts only. */
  start(request: StartRequest, options?: HostOptions): Promise<{ operationId: string }>;
  cancel(operationId: string): { cancelling: boolean };
  /** `wheels`: the wheel files in it get ids as well. */
  listFolders(folderId?: string, wheels?: boolean): Promise<FolderList>;
  /** Makes a path of a native dialog or a command line known, and gives it an id. */
  registerFolder(path: string): string;
  /** The same for a wheel file of the user's, which a plan then names by its id. */
  registerWheel(path: string): string;
  /**
   * The id of an install or environment given as an id, an install folder, an environment
   * folder or a python program. Throws `not-found` or `not-an-environment`; the operation then
   * fails with `python-unknown` where no file tells the Python of an install.
   */
  resolveTarget(target: string): Promise<string>;
  /** What can be downloaded from; one of them tried. Throws `mirror-unknown`. */
  mirrors(tried?: string): Promise<MirrorsShown>;
  /** Which tables count. */
  tables(): TablesEdition;
  /**
   * Lets newer tables count, from a file or an address, else from the address that is set. Throws
   * `busy` and the problems `tables-…`; nothing has changed then.
   */
  renewTables(from?: string, signal?: AbortSignal): Promise<TablesEdition>;
  /** The tables that came with the app count again. Throws `busy`. */
  forgetTables(): Promise<TablesEdition>;
  /** Where newer ones are asked for; null: nowhere. Throws `tables-address`. */
  setTablesAddress(address: string | null): Promise<TablesEdition>;
  /** What happened to the environment of a target; looks at files alone. */
  history(targetId: string): Promise<History>;
  /**
   * Answers once what was proved is no longer so; `interval` is in milliseconds. Throws
   * `never-proved`, `environment-replaced` and `cancelled`.
   */
  watch(
    targetId: string,
    watching: { interval: number; signal: AbortSignal },
  ): Promise<SinceProved>;
  /** The saved states of all environments, newest first. */
  savedStates(): Promise<SavedState[]>;
  /** The programs that use the Python of this target at this moment. */
  inUse(targetId: string): Promise<{ programs: { pid: number; program: string }[] }>;
  /** Remembers which Python an install is started with. Throws `not-found`. */
  choosePython(targetId: string, environmentId: string): Promise<Record<string, never>>;
  /** Where the zip of a bundle lies. Throws `bundle-unknown`. */
  bundlePath(bundleId: string): string;
  /** Begins to take in a log, or a whole file, piece by piece; `start` with its id says what it means. */
  openLog(name: string | null, whole?: boolean): { logId: string };
  /** Throws `log-unknown`, and `invalid-request` where pieces come out of order. */
  addToLog(logId: string, offset: number, piece: Uint8Array): { bytes: number };
  /** How it broke off before this start; null where it did not. */
  lastCrash(): Promise<Crash | null>;
  /** Writes what was thrown outside of an operation into the log, if it is a mistake of our own. */
  noteMistake(thrown: unknown): void;
  subscribe(listener: (event: OperationEvent) => void): () => void;
  /** Resolves with the final state once the operation has ended. */
  ended(operationId: string): Promise<OperationState>;
  /** Cancels what runs, waits for its end and lets go of everything. */
  close(): Promise<void>;
}

export type { HostOptions };
