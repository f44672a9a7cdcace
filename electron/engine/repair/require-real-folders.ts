import path from 'node:path';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { inBatches } from '../machine/in-batches.ts';
import { keyOf } from './places.ts';

/**
 * A journal names real places. A folder that has become a link since then leads somewhere else,
 * and what lies there is somebody's; so is a file in its place. Throws `outside-environment` and
 * `changed-since` before anything is touched.
 */
export async function requireRealFolders(
  system: System,
  locations: Iterable<string>,
  snapshot: string,
): Promise<void> {
  const folders = [...new Set([...locations].map((each) => path.dirname(each)))];
  await inBatches(folders, async (folder) => {
    const there = await nearest(system, folder);
    // A file where a folder was: whoever put it there meant it.
    if (((await system.files.info(there))?.kind ?? 'folder') !== 'folder')
      fail('changed-since', { params: { what: there, snapshot } });
    const real = await system.files.realPath(there);
    if (real === null || keyOf(system, real) !== keyOf(system, there))
      fail('outside-environment', { params: { path: there } });
  });
}

/** The folder itself, or the first above it that is there: a link to nothing is there, too. */
async function nearest(system: System, folder: string): Promise<string> {
  const above = path.dirname(folder);
  if (above === folder || (await system.files.linkInfo(folder)) !== null) return folder;
  return nearest(system, above);
}
