import type { LogLine } from '../../../shared/operation.ts';
import type { FetchedFile } from './fetch-file.ts';
import type { OpenFile } from './open-file.ts';
import type { Patience } from './patience.ts';
import type { ReadOptions } from './read-file.ts';
import type { TimeLimits } from './time-limits.ts';

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
  /** The number of the user that we run as; null on Windows. */
  readonly userId: number | null;
  readonly hostName: string;
  readonly temporaryFolder: string;
  readonly processId: number;
  /** Where the files lie that the program brings along for others to read, as pip's wheels; none in a bare checkout. */
  readonly broughtFolder?: string;
  /** Where Pythons may keep what they compile of ours. */
  readonly compiledFolder?: string;
  /** What the user has set for the network; without it the machine's own settings hold. */
  readonly network?: () => { proxy: string | null; offline: boolean };
  /** Logical processors that may be used, and memory in bytes that programs could still get. */
  resources(): { processors: number; freeMemoryBytes: number };
  /** Other limits than those of the table: tests do not wait. */
  readonly timeLimits?: Partial<TimeLimits>;
  /** Runs one program to its end. Throws a ProblemError; see RunOptions. */
  run(command: Command, options?: RunOptions): Promise<RunResult>;
  readonly files: Files;
  /**
   * All, or those whose program and arguments, one line, have this in them: quicker to tell.
   * Throws `processes-unknown` where the machine does not say: that is not the same as nobody.
   */
  processes(wanted?: RegExp, means?: Means): Promise<RunningProcess[]>;
  /**
   * The processes that have files below this folder loaded, or were started from it. Throws
   * `processes-unknown` where that cannot be seen.
   */
  holders(folder: string, means?: Means): Promise<RunningProcess[]>;
  /** Whether a process with this number runs. */
  isAlive(pid: number): boolean;
  /**
   * A word for this very process: a later one with the same number has another. null where none
   * runs or it cannot be told.
   */
  startedAt(pid: number, means?: Means): Promise<string | null>;
  /**
   * Ends a process and everything below it, by force if it must be; done when they are gone.
   * Throws `timed-out` where they are not after some seconds.
   */
  endProcess(pid: number, means?: Means): Promise<void>;
  /**
   * The JSON behind an address of this machine; null where none comes in time. Sends no
   * Origin header: ComfyUI refuses one that differs from its Host.
   */
  localJson(url: string, timeLimit: number): Promise<unknown>;
  /**
   * Whatever a program on this machine answers, to a question or with `json` to something that it
   * is given; null where nothing comes in time, or more than 64 MiB. No Origin header either.
   */
  localAnswer(
    url: string,
    options: { json?: unknown; timeLimit: number },
  ): Promise<{ status: number; bytes: Uint8Array } | null>;
  /**
   * Text messages of a WebSocket on this machine, until `signal` fires or it ends. Answers once
   * it is open; false where nobody opens it.
   */
  localMessages(url: string, onText: (text: string) => void, signal: AbortSignal): Promise<boolean>;
  /**
   * Milliseconds until a page has come, or the first 256 KiB of it; null where it did not in
   * time. Asked without pip's proxies and certificates.
   */
  fetchTime(url: string, timeLimit: number): Promise<number | null>;
  /**
   * A file of at most `most` bytes behind an http(s) address. A redirection is followed within its host
   * and told beyond it; null where nothing comes in time. Asked as fetchTime is.
   */
  fetchFile(
    url: string,
    options: { most: number; timeLimit: number; signal?: AbortSignal },
  ): Promise<FetchedFile | null>;
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
  /** The same, until it has said anything at all. */
  firstWordLimit?: number;
  /** The same, since it last said anything. */
  silenceLimit?: number;
  /** By default an empty folder, never our own: nothing that lies there may be taken for a part. */
  workingFolder?: string;
  /** Laid over the own environment; undefined removes a variable. */
  environment?: Record<string, string | undefined>;
  /** The user's keys stay in the environment: an index may ask pip for one. Else they are left out. */
  keepSecrets?: boolean;
  /** Fed to standard input, which is otherwise empty. */
  input?: string;
  /** Each line as it comes: colour codes removed, any encoding, at most 64 KiB long. */
  onLine?: (line: LogLine) => void;
  /** Told once, as soon as the program runs. */
  onStart?: (pid: number) => void;
  /** Other exit codes throw `command-failed`. Only 0 by default. */
  okExitCodes?: readonly number[] | 'any';
};

export type RunResult = {
  exitCode: number;
  /** The signal that ended it; its exit code is 128 then. */
  signal?: string;
  /** The last 4 MiB of each stream. */
  stdout: string;
  stderr: string;
};

/** What to ask by where Windows' own tools are locked: a Python can look, too. */
export type Means = { python?: string | undefined };

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
  /** The numbers of the user and the group that own it; 0 on Windows, which has no such numbers. */
  owner: number;
  group: number;
  device: string;
  inode: string;
  /** When it was made, as `modified`; "0" where the file system does not say. */
  born: string;
};

/** private: for this user alone; usual: as the user's umask has it. Only for what is made anew. */
export type Access = 'private' | 'usual';
export type WriteOptions = { access?: Access; lazy?: boolean };

export type FolderEntry = { name: string; kind: 'file' | 'folder' | 'link' | 'other' };

/** A zip that lies on the disk, read where it lies. */
export type Archive = {
  /** Its files by their names in the archive, with their unpacked sizes in bytes; no folders. */
  entries: readonly { name: string; bytes: number }[];
  /** One small file of it. */
  read(name: string): Promise<Uint8Array>;
  /** Unpacks one file of any size to a place where none is yet. Makes parent folders. */
  extract(name: string, to: string): Promise<void>;
  /** As Files.sha256, of the unpacked content. */
  sha256(name: string): Promise<string>;
  /**
   * Whether all that stands in another file is the beginning of this one. Zeros are like
   * anything: what did not reach the disk when the power went reads as zeros.
   */
  beginsLike(name: string, file: string): Promise<boolean>;
  close(): void;
};

/**
 * Reading answers null for what is not there; every other failure throws a ProblemError. No
 * question waits for ever: one that gets no answer throws `timed-out`, a cancelled one `cancelled`.
 */
export interface Files {
  /** UTF-8. null also for what has no content of its own: a pipe, a socket, a device. */
  readText(path: string, options?: ReadOptions): Promise<string | null>;
  /** As readText, without decoding. Both throw `file-too-large` rather than cut. */
  readBytes(path: string, options?: ReadOptions): Promise<Uint8Array | null>;
  /** For what is too large to be read whole; null as readText. */
  openFile(path: string, patience?: Patience): Promise<OpenFile | null>;
  list(path: string, patience?: Patience): Promise<FolderEntry[] | null>;
  /** Follows links. */
  info(path: string, patience?: Patience): Promise<FileInfo | null>;
  /** Does not follow links. */
  linkInfo(path: string, patience?: Patience): Promise<FileInfo | null>;
  readLink(path: string, patience?: Patience): Promise<string | null>;
  realPath(path: string, patience?: Patience): Promise<string | null>;
  writable(path: string): Promise<boolean>;
  /**
   * Writes beside and renames: a reader never sees half a file. Makes parent folders. On the
   * disk when it answers, unless `lazy`: a flush may wait for all that others wrote. A long text
   * may come in pieces.
   */
  writeText(path: string, text: string | Iterable<string>, options?: WriteOptions): Promise<void>;
  writeBytes(path: string, bytes: Uint8Array, access?: Access): Promise<void>;
  appendText(path: string, text: string, access?: Access): Promise<void>;
  /** False: it exists already. */
  createExclusive(path: string, text: string, access?: Access): Promise<boolean>;
  makeFolder(path: string, access?: Access): Promise<void>;
  /** A new empty folder, this user's alone, with a name of its own below the temporary folder. */
  makeTemporaryFolder(prefix: string): Promise<string>;
  /**
   * Shares the blocks where the file system can (reflink). Flushed to the disk when it answers.
   * Throws `no-ordinary-file` for a pipe, a socket, a device or a folder.
   */
  copyFile(from: string, to: string): Promise<void>;
  /** A second name of the same file. False: the file system cannot, or not across these places. */
  hardLink(from: string, to: string): Promise<boolean>;
  /** A symbolic link that says `target`. */
  makeLink(target: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** What was written to a file, or which names a folder holds, is on the disk when it answers. */
  flush(path: string): Promise<void>;
  setTimes(path: string, modified: string): Promise<void>;
  touch(path: string): Promise<void>;
  setMode(path: string, mode: number): Promise<void>;
  /** Of a link the link's own. Needs the right to give files away where the owner differs. */
  setOwner(path: string, user: number, group: number): Promise<void>;
  /** Removes a file, link or folder with all below it; nothing there is no failure. */
  remove(path: string): Promise<void>;
  /** Removes a folder only if nothing is in it. */
  removeEmptyFolder(path: string): Promise<boolean>;
  /** SHA-256 of a file's content, as lower-case hexadecimal digits. Throws as copyFile does. */
  sha256(path: string, patience?: Patience): Promise<string>;
  /** Throws `archive-unreadable`. Close what it answers. */
  openArchive(path: string): Promise<Archive>;
  /** Bytes free for this user on the disk of an existing path. */
  freeBytes(path: string): Promise<number>;
}
