import { constants, createReadStream, lstat, readdir, readFile, stat } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createHash, randomUUID } from 'node:crypto';
import { ProblemError } from '../../../shared/problem.ts';
import type { FileInfo, Files, FolderEntry } from '../system.ts';
import type { BigIntStats, Dirent } from 'node:fs';

// The older interface of node:fs takes about half the time of fs/promises for small files and
// folders; a search reads thousands of them.
const questions = {
  readFile: promisify(readFile),
  readdir: promisify(readdir),
  stat: promisify(stat),
  lstat: promisify(lstat),
};

/** node:fs behind the port: what is not there is null, every other failure is a Problem. */
export function createNodeFiles(): Files {
  return {
    readText: (file) =>
      orNull(file, async () => withoutMark(await questions.readFile(file, 'utf8'))),
    readBytes: (file) => orNull(file, () => questions.readFile(file)),
    list: (folder) =>
      orNull(folder, async () =>
        (await questions.readdir(folder, { withFileTypes: true })).map(toEntry),
      ),
    info: (file) => orNull(file, async () => toInfo(await questions.stat(file, { bigint: true }))),
    linkInfo: (file) =>
      orNull(file, async () => toInfo(await questions.lstat(file, { bigint: true }))),
    readLink: (file) => orNull(file, () => fs.readlink(file)),
    realPath: (file) => orNull(file, () => fs.realpath(file)),
    writable: (file) =>
      fs.access(file, constants.W_OK).then(
        () => true,
        () => false,
      ),
    writeText: (file, text) => writeWhole(file, text),
    writeBytes: (file, bytes) => writeWhole(file, bytes),
    appendText: (file, text) =>
      orProblem(file, async () => {
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.appendFile(file, text);
      }),
    createExclusive,
    makeFolder: (folder) =>
      orProblem(folder, async () => {
        await fs.mkdir(folder, { recursive: true });
      }),
    makeTemporaryFolder: (prefix) =>
      orProblem(tmpdir(), () => fs.mkdtemp(path.join(tmpdir(), prefix))),
    copyFile: (from, to) =>
      orProblem(to, async () => {
        await fs.mkdir(path.dirname(to), { recursive: true });
        await fs.copyFile(from, to, constants.COPYFILE_FICLONE);
      }),
    copyLink: (from, to) =>
      orProblem(to, async () => {
        await fs.mkdir(path.dirname(to), { recursive: true });
        await fs.symlink(await fs.readlink(from), to);
      }),
    rename: (from, to) => orProblem(to, () => fs.rename(from, to)),
    setTimes: (file, modified) =>
      orProblem(file, () => {
        const seconds = Number(BigInt(modified) / 1000n) / 1e6;
        return fs.utimes(file, seconds, seconds);
      }),
    setMode: (file, mode) => orProblem(file, () => fs.chmod(file, mode)),
    remove: (file) => orProblem(file, () => fs.rm(file, { recursive: true, force: true })),
    removeEmptyFolder: (folder) =>
      fs.rmdir(folder).then(
        () => true,
        () => false,
      ),
    sha256: (file) =>
      orProblem(file, async () => {
        const hash = createHash('sha256');
        await pipeline(createReadStream(file), hash);
        return hash.digest('hex');
      }),
    freeBytes: (file) =>
      orProblem(file, async () => {
        const disk = await fs.statfs(file);
        return disk.bavail * disk.bsize;
      }),
  };
}

async function createExclusive(file: string, text: string): Promise<boolean> {
  return orProblem(file, async () => {
    await fs.mkdir(path.dirname(file), { recursive: true });
    try {
      await fs.writeFile(file, text, { flag: 'wx' });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await orProblem(file, async () => {
    await fs.mkdir(path.dirname(file), { recursive: true });
    const beside = `${file}.${randomUUID()}.part`;
    const handle = await fs.open(beside, 'w');
    try {
      await handle.writeFile(content);
      // A journal that is only in the cache when the power goes is no journal.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(beside, file).catch(async (error: unknown) => {
      await fs.rm(beside, { force: true });
      throw error;
    });
  });
}

function toInfo(stats: BigIntStats): FileInfo {
  return {
    kind: kindOf(stats),
    bytes: Number(stats.size),
    modified: stats.mtimeNs.toString(),
    mode: Number(stats.mode) & 0o7777,
    device: stats.dev.toString(),
    inode: stats.ino.toString(),
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

async function orNull<T>(file: string, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    const code = codeOf(error);
    // EINVAL: readlink of what is no link. ELOOP: a link loop leads nowhere.
    if (code && ['ENOENT', 'ENOTDIR', 'EINVAL', 'ELOOP', 'EISDIR'].includes(code)) return null;
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
  return error;
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
