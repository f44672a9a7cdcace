import { fail } from '../../../shared/problem.ts';
import { isInterpreterFile } from '../knowledge/interpreter-files.ts';
import type { System } from '../machine/system.ts';
import { bringBack } from './bring-back.ts';
import { entriesAt } from './entry.ts';
import { soundSources } from './held-copies.ts';
import { writeLeft, type Journal } from './journal.ts';
import type { Owners } from './owners.ts';
import { keyOf } from './places.ts';
import type { Place } from './standing.ts';

/**
 * pip says that all went well: the files tell whether it did so where the plan said. Throws
 * `installed-elsewhere`. What was deleted although it belongs to others comes back, and what
 * now stands there is noted, so that later it can be told from what others change.
 */
export async function proveInstalled(
  system: System,
  journal: Journal,
  owners: Owners,
): Promise<Journal> {
  const { brought } = journal.territory;
  const now = await entriesAt(system, new Set(brought.map((each) => each.path)));
  const missing = brought.find((each) => {
    const entry = now.get(each.path) ?? null;
    if (each.sha256 === null) return false;
    return entry?.kind !== 'file' || entry.bytes !== each.bytes;
  });
  if (missing) fail('installed-elsewhere', { params: { path: missing.path } });
  await bringBackOthers(system, journal, owners);
  const left = brought.map((each) => now.get(each.path) ?? null);
  await writeLeft(system, journal.folder, left);
  return { ...journal, left };
}

/** A RECORD may name files that are another package's, or the Python's own; pip deletes them. */
async function bringBackOthers(system: System, journal: Journal, owners: Owners): Promise<void> {
  const brought = new Set(journal.territory.brought.map((each) => keyOf(system, each.path)));
  const { taken } = journal.territory;
  const now = await entriesAt(
    system,
    taken.map((each) => each.path),
  );
  const places = taken.flatMap((each, index): Place[] => {
    const key = keyOf(system, each.path);
    const others = owners.has(key) || isInterpreterFile(each.path);
    return others && !brought.has(key) && now.get(each.path) === null
      ? [{ path: each.path, taken: index, brought: [], now: null, standing: 'absent', whole: true }]
      : [];
  });
  const sources = await soundSources(system, journal, places, { of: new Map(), roots: [] });
  for (const place of places) {
    const before = place.taken === null ? undefined : taken[place.taken];
    if (before) await bringBack(system, before, sources);
  }
}
