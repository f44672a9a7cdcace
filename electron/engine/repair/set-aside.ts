import path from 'node:path';
import type { System } from '../machine/system.ts';
import { entryAt, type Entry } from './entry.ts';
import { inBatches } from '../machine/in-batches.ts';
import type { Journal, Taken } from './journal.ts';

/** What pip renamed out of its way, until it deletes it: whole copies of what was there before. */
export type SetAside = {
  /** Files by the number of the taken file that they were. */
  of: ReadonlyMap<number, string>;
  /** Entries of its folders that hold nothing else. */
  roots: string[];
};

/**
 * The `~` folders that came while the repair ran and hold nothing but its own taken files, by
 * inode, or by size and time. Source: pip/_internal/utils/temp_dir.py, AdjacentTempDirectory.
 */
export async function findSetAside(system: System, journal: Journal): Promise<SetAside> {
  const of = new Map<number, string>();
  const roots: string[] = [];
  // Most repairs leave nothing of the kind.
  let known: ReturnType<typeof index> | undefined;
  for (const listing of journal.territory.listings) {
    const before = new Set(listing.names);
    const now = (await system.files.list(listing.path)) ?? [];
    for (const { name } of now.filter((each) => maySetAside(each.name) && !before.has(each.name))) {
      const root = path.join(listing.path, name);
      const files = await filesBelow(system, root);
      const numberOf = (known ??= index(journal.territory.taken));
      const numbers = files.map(({ entry, location }) => numberOf(entry, location));
      if (!numbers.every((number) => number !== null)) continue;
      roots.push(root);
      for (const [at, { location }] of files.entries()) {
        const number = numbers[at];
        if (number !== undefined) of.set(number, location);
      }
    }
  }
  return { of, roots };
}

/** Whether pip gives such a name to a folder that it renames out of its way. */
export function maySetAside(name: string): boolean {
  return name.startsWith('~');
}

/** pip renames folders whole, so a file keeps its name, its inode, its size and its time. */
function index(taken: readonly Taken[]): (entry: Entry, location: string) => number | null {
  const keys = new Map<string, number>();
  for (const [number, { entry, path: location }] of taken.entries())
    keys.set(`${path.basename(location)}\0${entry.bytes}\0${entry.modified}`, number);
  return (entry, location) =>
    keys.get(`${path.basename(location)}\0${entry.bytes}\0${entry.modified}`) ?? null;
}

type Found = { location: string; entry: Entry };

async function filesBelow(system: System, root: string): Promise<Found[]> {
  const entry = await entryAt(system, root);
  if (!entry) return [];
  if (entry.kind !== 'folder') return [{ location: root, entry }];
  const entries = (await system.files.list(root)) ?? [];
  const all = await inBatches(entries, (each) => filesBelow(system, path.join(root, each.name)));
  return all.flat();
}
