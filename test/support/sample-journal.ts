import { createHash } from 'node:crypto';
import type { System } from '../../electron/engine/machine/system.ts';
import type { Brought } from '../../electron/engine/repair/brought.ts';
import { entryAt, type Entry } from '../../electron/engine/repair/entry.ts';
import type { Head, Journal, Taken, Territory } from '../../electron/engine/repair/journal.ts';
import type { Place } from '../../electron/engine/repair/standing.ts';

/** Building blocks of repairs in unit tests: what is not said is usual. */
export function entryOf(changes: Partial<Entry> = {}): Entry {
  return {
    kind: 'file',
    bytes: 3,
    modified: '1700000000000000000',
    mode: 0o644,
    owner: 0,
    group: 0,
    inode: '7',
    target: null,
    ...changes,
  };
}

export function takenOf(path: string, changes: Partial<Taken> = {}): Taken {
  return { path, entry: entryOf(), held: 'link', sha256: null, ...changes };
}

/** A file that stands there now, as a repair notes it. */
export async function takenFrom(
  system: System,
  path: string,
  changes: Partial<Taken> = {},
): Promise<Taken> {
  return takenOf(path, { entry: (await entryAt(system, path)) ?? entryOf(), ...changes });
}

export function broughtOf(path: string, changes: Partial<Brought> = {}): Brought {
  return {
    path,
    bytes: 3,
    sha256: hashOf('new'),
    made: null,
    wheel: 'a-1.0-py3-none-any.whl',
    member: 'a.py',
    ...changes,
  };
}

export function placeOf(path: string, changes: Partial<Place> = {}): Place {
  return { path, taken: null, brought: [], now: null, standing: 'absent', whole: true, ...changes };
}

export function headOf(changes: Partial<Head> = {}): Head {
  return {
    schema: 2,
    id: 'snapshot-1',
    sequence: 1,
    at: '2026-11-22T16:05:00.000Z',
    reason: 'recommended',
    environmentId: 'environment-1',
    environment: {
      root: '/env',
      python: '3.11',
      device: '1',
      inode: '2',
      born: '3',
      anchors: [],
    },
    planId: 'plan-1',
    changes: [{ name: 'a', from: '0.9', to: '1.0' }],
    state: 'pending',
    restoredAt: null,
    bytes: 10,
    staging: '/state/staging/one',
    ...changes,
  };
}

export function journalOf(
  folder: string,
  territory: Partial<Territory> = {},
  head: Partial<Head> = {},
): Journal {
  return {
    head: headOf(head),
    territory: { taken: [], brought: [], folders: [], listings: [], ...territory },
    left: null,
    folder,
  };
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
