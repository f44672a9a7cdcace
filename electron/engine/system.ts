import type { LogLine } from '../../shared/operation.ts';

/**
 * The port to the machine. Everything the engine does to the outside goes through here;
 * node-system.ts is its one real implementation, and the only thing that tests replace.
 */
export interface System {
  readonly platform: 'win32' | 'linux' | 'darwin';
  /** As process.arch. */
  readonly architecture: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly userName: string;
  readonly hostName: string;
  readonly temporaryFolder: string;
  readonly processId: number;
  /** Runs one program to its end. Throws a ProblemError; see RunOptions. */
  run(command: Command, options?: RunOptions): Promise<RunResult>;
  readonly files: Files;
  /** All, or those whose program and arguments, one line, have this in them: quicker to tell. */
  processes(wanted?: RegExp): Promise<RunningProcess[]>;
  /** The processes that have files below this folder loaded, or were started from it. */
  holders(folder: string): Promise<RunningProcess[]>;
  /** Whether a process with this number runs. */
  isAlive(pid: number): boolean;
  /**
   * The JSON behind an address of this machine; null where none comes in time. Sends no
   * Origin header: ComfyUI refuses one that differs from its Host.
   */
  localJson(url: string, timeLimit: number): Promise<unknown>;
  /** Content-Length of an http(s) or file address in bytes, or null where none is said. */
  contentLength(url: string, signal?: AbortSignal): Promise<number | null>;
  /**
   * A key of the Windows registry (`HKCU\\Software\\Python`) with all below it, 32 and 64 bit
   * view. [] where the key is not there, and on other systems.
   */
  registry(key: string): Promise<RegistryKey[]>;
}

/** The unnamed value is called ''. Variables in REG_EXPAND_SZ are filled in; text values only. */
export type RegistryKey = { path: string; values: Readonly<Record<string, string>> };

/** Argument arrays only: there is no shell behind this. */
export type Command = { program: string; arguments: readonly string[] };

export type RunOptions = {
  /** Ends the whole tree of child processes when it fires; the run then throws `cancelled`. */
  signal?: AbortSignal;
  /** Milliseconds; then the tree is ended and the run throws `timed-out`. */
  timeLimit?: number;
  workingFolder?: string;
  /** Laid over the own environment; undefined removes a variable. */
  environment?: Record<string, string | undefined>;
  /** Fed to standard input, which is otherwise empty. */
  input?: string;
  /** Each line as it comes: colour codes removed, any encoding, at most 64 KiB long. */
  onLine?: (line: LogLine) => void;
  /** Other exit codes throw `command-failed`. Only 0 by default. */
  okExitCodes?: readonly number[] | 'any';
};

export type RunResult = {
  exitCode: number;
  /** The last 4 MiB of each stream. */
  stdout: string;
  stderr: string;
};

export type RunningProcess = {
  pid: number;
  parentPid: number | null;
  /** The program file, where it is not the first argument: Windows, and bare names on Linux. */
  executable: string | null;
  arguments: string[];
  workingFolder: string | null;
};

export type FileInfo = {
  kind: 'file' | 'folder' | 'link' | 'other';
  bytes: number;
  /** Nanoseconds since 1970, as text: a number would round it. */
  modified: string;
  /** Permission bits. */
  mode: number;
  device: string;
  inode: string;
};

export type FolderEntry = { name: string; kind: 'file' | 'folder' | 'link' | 'other' };

/** Reading answers null for what is not there; every other failure throws a ProblemError. */
export interface Files {
  readText(path: string): Promise<string | null>;
  readBytes(path: string): Promise<Uint8Array | null>;
  list(path: string): Promise<FolderEntry[] | null>;
  /** Follows links. */
  info(path: string): Promise<FileInfo | null>;
  /** Does not follow links. */
  linkInfo(path: string): Promise<FileInfo | null>;
  readLink(path: string): Promise<string | null>;
  realPath(path: string): Promise<string | null>;
  writable(path: string): Promise<boolean>;
  /** Writes beside and renames: a reader never sees half a file. Makes parent folders. */
  writeText(path: string, text: string): Promise<void>;
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  appendText(path: string, text: string): Promise<void>;
  /** False: it exists already. */
  createExclusive(path: string, text: string): Promise<boolean>;
  makeFolder(path: string): Promise<void>;
  /** A new empty folder with a name of its own below the machine's temporary folder. */
  makeTemporaryFolder(prefix: string): Promise<string>;
  copyFile(from: string, to: string): Promise<void>;
  copyLink(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  setTimes(path: string, modified: string): Promise<void>;
  setMode(path: string, mode: number): Promise<void>;
  /** Removes a file, link or folder with all below it; nothing there is no failure. */
  remove(path: string): Promise<void>;
  /** Removes a folder only if nothing is in it. */
  removeEmptyFolder(path: string): Promise<boolean>;
  /** SHA-256 of a file's content, as lower-case hexadecimal digits. */
  sha256(path: string): Promise<string>;
  /** Bytes free for this user on the disk of an existing path. */
  freeBytes(path: string): Promise<number>;
}
