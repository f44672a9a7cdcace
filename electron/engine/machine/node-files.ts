import { constants, lstat, readdir, stat } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { randomUUID } from 'node:crypto';
import type { BigIntStats, Dirent } from 'node:fs';
import { fail, ProblemError } from '../../../shared/problem.ts';
import { flush, hardLink, setTimes } from './durable-files.ts';
import type { OpenFile } from './open-file.ts';
import { patiently, type Patience } from './patience.ts';
import { persistently } from './persistently.ts';
import { codeOf, hashWhole, openParts, readWhole } from './read-file.ts';
import { realPathOf } from './real-path.ts';
import type { Access, FileInfo, Files, FolderEntry, WriteOptions } from './system.ts';
import { ifUnanswered } from './unanswered.ts';
import { makeFolders } from './make-folders.ts';
import { openArchive } from './zip-archive.ts';

// The older interface of node:fs takes about half the time of fs/promises for small files and
// folders; a search reads thousands of them.
const questions = {
  readdir: promisify(readdir),
  stat: promisify(stat),
  lstat: promisify(lstat),
};

/** node:fs behind the port: what is not there is null, every other failure is a Problem. */
export function createNodeFiles(): Files {
  return {
    readText: (file, options) =>
      orNull(file, options, async () => {
        const bytes = await readWhole(file, options);
        return bytes && withoutMark(bytes.toString('utf8'));
      }),
    readBytes: (file, options) => orNull(file, options, () => readWhole(file, options)),
    openFile: (file, patience) => orNull(file, patience, () => openInParts(file, patience)),
    list: (folder, patience) =>
      orNull(folder, patience, async () =>
        (await questions.readdir(folder, { withFileTypes: true })).map(toEntry),
      ),
    info: (file, patience) =>
      orNull(file, patience, async () => toInfo(await questions.stat(file, { bigint: true }))),
    linkInfo: (file, patience) =>
      orNull(file, patience, async () => toInfo(await questions.lstat(file, { bigint: true }))),
    readLink: (file, patience) => orNull(file, patience, () => fs.readlink(file)),
    realPath: (file, patience) => orNull(file, patience, () => realPathOf(file)),
    writable: (file) => succeeds(patiently(file, {}, () => fs.access(file, constants.W_OK))),
    writeText: writeWhole,
    writeBytes: (file, bytes, access) => writeWhole(file, bytes, access ? { access } : {}),
    appendText,
    createExclusive,
    makeFolder: (folder, access) => orProblem(folder, () => makeFolder(folder, access)),
    makeTemporaryFolder: (prefix) =>
      orProblem(tmpdir(), () => fs.mkdtemp(path.join(tmpdir(), prefix))),
    copyFile: (from, to) =>
      orProblem(to, async () => {
        await requireOrdinary(from);
        await makeFolders(path.dirname(to));
        await fs.copyFile(from, to, constants.COPYFILE_FICLONE);
        await flush(to);
      }),
    hardLink: (from, to) => orProblem(to, () => hardLink(from, to)),
    makeLink: (target, to) =>
      orProblem(to, async () => {
        await makeFolders(path.dirname(to));
        await fs.symlink(target, to);
      }),
    rename: (from, to) => orProblem(to, () => persistently(() => fs.rename(from, to))),
    flush: (file) => orProblem(file, () => flush(file)),
    setTimes: (file, modified) => orProblem(file, () => setTimes(file, modified)),
    touch: (file) =>
      orProblem(file, () => {
        const now = new Date();
        return fs.utimes(file, now, now);
      }),
    setMode: (file, mode) => orProblem(file, () => fs.chmod(file, mode)),
    setOwner: (file, user, group) => orProblem(file, () => fs.lchown(file, user, group)),
    remove: (file) =>
      orProblem(file, () => persistently(() => fs.rm(file, { recursive: true, force: true }))),
    removeEmptyFolder: (folder) => succeeds(persistently(() => fs.rmdir(folder))),
    sha256: (file, patience) => orProblem(file, () => hashWhole(file, patience)),
    openArchive,
    freeBytes: (file) =>
      orProblem(file, async () => {
        const disk = await fs.statfs(file);
        return disk.bavail * disk.bsize;
      }),
  };
}

async function openInParts(file: string, patience?: Patience): Promise<OpenFile | null> {
  const opened = await openParts(file, patience);
  return (
    opened && {
      ...opened,
      read: (from, length) => orProblem(file, () => opened.read(from, length)),
    }
  );
}

async function succeeds(acting: Promise<void>): Promise<boolean> {
  return acting.then(() => true).catch(ifUnanswered(false));
}

/** Copying a pipe would wait for its other end, and a device has no end. */
async function requireOrdinary(file: string): Promise<void> {
  const stats = await patiently(file, {}, () => questions.stat(file, { bigint: true }));
  if (!stats.isFile()) fail('no-ordinary-file', { params: { path: file } });
}

async function makeFolder(folder: string, access?: Access): Promise<void> {
  await makeFolders(folder, access === 'private' ? 0o700 : 0o777);
}

function modeOf(access?: Access): number {
  return access === 'private' ? 0o600 : 0o666;
}

async function appendText(file: string, text: string, access?: Access): Promise<void> {
  // A pipe without an other end refuses rather than waits.
  const { O_APPEND, O_CREAT, O_WRONLY, O_NONBLOCK } = constants;
  await orProblem(file, async () => {
    await makeFolder(path.dirname(file), access);
    const flags = O_APPEND | O_CREAT | O_WRONLY | O_NONBLOCK;
    const handle = await fs.open(file, flags, modeOf(access));
    await handle.appendFile(text).finally(() => handle.close());
  });
}

async function createExclusive(file: string, text: string, access?: Access): Promise<boolean> {
  return orProblem(file, async () => {
    await makeFolder(path.dirname(file), access);
    try {
      await fs.writeFile(file, text, { flag: 'wx', mode: modeOf(access) });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

async function writeWhole(
  file: string,
  content: string | Uint8Array | Iterable<string>,
  { access, lazy = false }: WriteOptions = {},
): Promise<void> {
  await orProblem(file, async () => {
    await makeFolder(path.dirname(file), access);
    const beside = `${file}.${randomUUID()}.part`;
    try {
      const handle = await fs.open(beside, 'w', modeOf(access));
      try {
        await fs.writeFile(handle, content);
        // A journal that is only in the cache when the power goes is no journal.
        if (!lazy) await handle.sync();
      } finally {
        await handle.close();
      }
      await persistently(() => fs.rename(beside, file));
    } catch (error) {
      // A full disk would stay as full as it is.
      await fs.rm(beside, { force: true });
      throw error;
    }
    if (!lazy) await flush(path.dirname(file));
  });
}

function toInfo(stats: BigIntStats): FileInfo {
  return {
    kind: kindOf(stats),
    bytes: Number(stats.size),
    modified: stats.mtimeNs.toString(),
    mode: Number(stats.mode) & 0o7777,
    owner: Number(stats.uid),
    group: Number(stats.gid),
    device: stats.dev.toString(),
    inode: stats.ino.toString(),
    born: stats.birthtimeNs.toString(),
  };
}

function toEntry(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: kindOf(entry) };
}

function kindOf(entry: Dirent | BigIntStats): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/**
 * EINVAL: readlink of what is no link. ELOOP: a link loop leads nowhere. ENAMETOOLONG: nothing
 * can have that name.
 */
const nothingThere = ['ENOENT', 'ENOTDIR', 'EINVAL', 'ELOOP', 'EISDIR', 'ENAMETOOLONG'];

async function orNull<T>(
  file: string,
  patience: Patience = {},
  act: () => Promise<T>,
): Promise<T | null> {
  // A settings file may name what nothing can be called.
  if (file.includes('\0')) return null;
  try {
    return await patiently(file, patience, act);
  } catch (error) {
    const code = codeOf(error);
    if (code && nothingThere.includes(code)) return null;
    throw toFileProblem(file, error);
  }
}

async function orProblem<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw toFileProblem(file, error);
  }
}

function toFileProblem(file: string, error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ProblemError({ code: 'disk-full', params: { path: file, needed: '?' }, detail });
  }
  if (code && ['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code)) {
    return new ProblemError({ code: 'permission-denied', params: { path: file }, detail });
  }
  // Something else stands in the way: a file where a folder was, or the other way round.
  if (code && ['ENOTDIR', 'EEXIST', 'EISDIR', 'ENOTEMPTY', 'ENAMETOOLONG'].includes(code)) {
    return new ProblemError({ code: 'output-unwritable', params: { path: file }, detail });
  }
  // The disk is broken, or the other end of a mount is gone.
  if (code && ['EIO', 'ESTALE', 'ENOTCONN', 'ETIMEDOUT', 'EHOSTDOWN', 'ENODEV'].includes(code)) {
    return new ProblemError({ code: 'input-unreadable', params: { path: file }, detail });
  }
  return error;
}
