import path from 'node:path';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { entryAt, type Entry } from './entry.ts';
import { inBatches } from '../machine/in-batches.ts';
import { heldAt, type Journal } from './journal.ts';
import { readableBytes } from './readable-bytes.ts';
import type { SetAside } from './set-aside.ts';
import type { Place } from './standing.ts';

/** From where each place gets its file back; a symbolic link needs none. */
export type Sources = ReadonlyMap<string, string | null>;

/**
 * Finds a whole source for every place before any is touched: what is held, else what pip set
 * aside and did not get to delete. Throws `snapshot-damaged`.
 */
export async function soundSources(
  system: System,
  journal: Journal,
  places: readonly Place[],
  setAside: SetAside,
): Promise<Sources> {
  const found = await inBatches(places, async (place): Promise<[string, string | null] | null> => {
    const taken = place.taken === null ? undefined : journal.territory.taken[place.taken];
    if (!taken || place.taken === null) return null;
    if (taken.held === 'none') return [place.path, null];
    const held = heldAt(journal, place.taken);
    if (await isSound(system, held, taken.entry, taken.sha256)) return [place.path, held];
    const aside = setAside.of.get(place.taken);
    return aside !== undefined && (await isSound(system, aside, taken.entry, taken.sha256))
      ? [place.path, aside]
      : null;
  });
  const damaged = places.filter((_, index) => found[index] === null);
  if (damaged.length > 0)
    fail('snapshot-damaged', {
      params: { count: damaged.length, path: damaged[0]?.path ?? '', snapshot: journal.head.id },
    });
  return new Map(found.filter((each) => each !== null));
}

/** A second name has the size and time that were noted; a copy has its hash besides. */
async function isSound(
  system: System,
  file: string,
  entry: Entry,
  sha256: string | null,
): Promise<boolean> {
  const now = await entryAt(system, file);
  if (now?.kind !== 'file' || now.bytes !== entry.bytes) return false;
  if (sha256 !== null) return (await system.files.sha256(file)) === sha256;
  return now.modified === entry.modified;
}

/**
 * Room for what has to be copied, because links cannot be made from there to here: a way back
 * that stops half-way leaves less than none. Throws `disk-full`.
 */
export async function requireRoom(
  system: System,
  sources: Sources,
  places: readonly Place[],
  root: string,
): Promise<void> {
  const here = await system.files.info(root);
  const devices = new Map<string, boolean>();
  let bytes = 0;
  for (const place of places) {
    const source = sources.get(place.path);
    if (source === null || source === undefined) continue;
    const folder = path.dirname(source);
    const same = devices.get(folder) ?? (await system.files.info(folder))?.device === here?.device;
    devices.set(folder, same);
    if (!same) bytes += (await system.files.info(source))?.bytes ?? 0;
  }
  if (bytes > 0 && (await system.files.freeBytes(root)) < bytes)
    fail('disk-full', { params: { path: root, needed: readableBytes(bytes) } });
}
