import * as fs from 'node:fs/promises';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';
import { codeOf } from './read-file.ts';

/** Links that cannot be made: another disk, a file system without them, too many, or not allowed. */
const cannotLink = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];
/** Windows opens no folder to flush it; NTFS keeps its own journal of names. */
const cannotFlush = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'];

/** A second name for a file; false where the file system cannot. */
export async function hardLink(from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && cannotLink.includes(code)) return false;
    if (code !== 'ENOENT') throw error;
    // Either end may be missing: only the folder of the new name is ours to make.
    await fs.lstat(from);
    await makeFolders(path.dirname(to));
    await fs.link(from, to);
    return true;
  }
}

/** fsync of a file, or of a folder for the names in it. */
export async function flush(location: string): Promise<void> {
  const handle = await openToFlush(location);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    const code = codeOf(error);
    if (code === null || !cannotFlush.includes(code)) throw error;
  } finally {
    await handle.close();
  }
}

async function openToFlush(location: string): Promise<fs.FileHandle | null> {
  // Windows flushes through a handle that may write; elsewhere a read-only file can be flushed too.
  const flags = process.platform === 'win32' ? ['r+'] : ['r'];
  for (const flag of flags) {
    try {
      return await fs.open(location, flag);
    } catch (error) {
      const code = codeOf(error);
      if (code === null || !cannotFlush.includes(code)) throw error;
    }
  }
  return null;
}

/** `modified` in nanoseconds since 1970, which may be negative; a link's own time, not its target's. */
export async function setTimes(file: string, modified: string): Promise<void> {
  const seconds = Number(BigInt(modified) / 1000n) / 1e6;
  // As a number, Node takes a time before 1970 for the present.
  const time = seconds < 0 ? new Date(seconds * 1000) : seconds;
  await fs.lutimes(file, time, time);
}
