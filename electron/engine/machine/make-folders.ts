import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './read-file.ts';
import { ifUnanswered } from './unanswered.ts';

/*
 * Node's own `recursive` asks again without an end where a file system answers ENOENT although the
 * folder above is there: /proc, some network disks. Here each folder is asked for twice at most.
 */

/** Makes a folder and those above it that are missing; `mode` as far as the system's mask lets it. */
export async function makeFolders(folder: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (thrown) {
    if (await isFolder(folder)) return;
    const above = path.dirname(folder);
    if (codeOf(thrown) !== 'ENOENT' || above === folder) throw thrown;
    if (!(await isFolder(above))) await makeFolders(above, mode);
    await makeLast(folder, mode);
  }
}

/** Somebody else may have made it meanwhile. */
async function makeLast(folder: string, mode: number): Promise<void> {
  await mkdir(folder, mode).catch(async (thrown: unknown) => {
    if (!(await isFolder(folder))) throw thrown;
  });
}

/** The same at once, for what cannot wait. */
export function makeFoldersNow(folder: string, mode: number): void {
  const isThere = (place: string): boolean =>
    statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const missing: string[] = [];
  for (let each = folder; !isThere(each); each = path.dirname(each)) {
    missing.unshift(each);
    if (path.dirname(each) === each) break;
  }
  for (const each of missing) {
    try {
      mkdirSync(each, mode);
    } catch (thrown) {
      if (!isThere(each)) throw thrown;
    }
  }
}

async function isFolder(place: string): Promise<boolean> {
  const info = await stat(place).catch(ifUnanswered(null));
  return info?.isDirectory() ?? false;
}
