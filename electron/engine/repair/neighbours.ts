import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { entriesAt, sameEntry, type Entries } from './entry.ts';
import type { Territory } from './journal.ts';
import { recordedFiles } from './record-files.ts';

/**
 * The files of other packages that share a folder with what the repair touches, as they are
 * before it: afterwards they have to be the same.
 */
export async function noteNeighbours(
  system: System,
  others: readonly Distribution[],
  territory: Territory,
): Promise<Entries> {
  const folders = new Set(
    [...territory.taken, ...territory.brought].map((each) => path.dirname(each.path)),
  );
  const shared: string[] = [];
  for (const distribution of others) {
    const folder = path.dirname(distribution.location);
    const real = (await system.files.realPath(folder)) ?? folder;
    for (const file of await recordedFiles(system, distribution)) {
      const location = path.resolve(real, path.relative(folder, file));
      if (folders.has(path.dirname(location))) shared.push(location);
    }
  }
  return entriesAt(system, new Set(shared));
}

/** Throws `verification-failed` where a file of another package is not what it was. */
export async function requireNeighbours(system: System, before: Entries): Promise<void> {
  const now = await entriesAt(system, before.keys());
  for (const [location, entry] of before) {
    if (!sameEntry(now.get(location) ?? null, entry))
      fail('verification-failed', { detail: location });
  }
}
