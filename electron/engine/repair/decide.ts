import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { Territory } from './journal.ts';
import type { Owners } from './owners.ts';
import type { Place } from './standing.ts';

/** What a way back would do, and what stands in its way. */
export type Decision = {
  /** Places that get back what was there before. */
  putBack: Place[];
  /** Folders that were set aside with all that was in them, outermost first. */
  emptied: Territory['folders'];
  /** Places whose file the repair brought where nothing was. */
  remove: Place[];
  /** Brought by the repair, but somebody else's by now: stays, and is told. */
  left: string[];
  /** Was there before, and somebody else has put something in its place since. */
  changed: string[];
  /** Packages of the plan that somebody else has installed in another version since. */
  movedOn: { name: string; version: string }[];
  /** Everything is as the repair was to leave it. */
  complete: boolean;
};

/**
 * Only what was there before and is the plan's, and what its wheels brought, may be touched, and
 * only where it still is what the repair left. `present`: every metadata folder of packages
 * that is there now. Pure.
 */
export function decide(
  territory: Territory,
  names: ReadonlySet<string>,
  places: readonly Place[],
  present: readonly Distribution[],
  owners: Owners,
  keyOf: (location: string) => string,
): Decision {
  const ownInfo = new Set(
    [...territory.taken, ...territory.brought]
      .map((each) => keyOf(path.dirname(each.path)))
      .filter((folder) => /\.(dist|egg)-info$/.test(folder)),
  );
  const strange = present.filter(
    (each) => names.has(each.name) && !ownInfo.has(keyOf(each.location)),
  );
  const replacedInfo = places.filter(
    (place) =>
      place.standing === 'foreign' && /\.dist-info[\\/](METADATA|RECORD)$/.test(place.path),
  );
  const gone = places.filter((place) => place.taken === null);
  const owned = (place: Place): boolean => owners.has(keyOf(place.path));
  const removable = gone.filter((place) => ['ours', 'bytecode'].includes(place.standing));
  return {
    putBack: places.filter(
      (place) => place.taken !== null && ['ours', 'absent', 'bytecode'].includes(place.standing),
    ),
    emptied: territory.emptied ?? [],
    remove: removable.filter((place) => !owned(place)),
    left: [...gone.filter((place) => place.standing === 'foreign'), ...removable.filter(owned)].map(
      (place) => place.path,
    ),
    changed: places
      .filter((place) => place.taken !== null && place.standing === 'foreign')
      .map((place) => place.path),
    movedOn: [
      ...strange.map(({ name, version }) => ({ name, version })),
      ...replacedInfo.map((place) => versionOf(present, path.dirname(place.path), keyOf)),
    ],
    complete: places.every(isDone),
  };
}

/** Notes that pip does not write for every package. */
const notAlways = new Set(['direct_url.json', 'REQUESTED']);

function isDone(place: Place): boolean {
  if (place.brought.length === 0) return ['absent', 'bytecode'].includes(place.standing);
  const optional = place.brought.every(
    ({ made, path: location }) => made?.by === 'metadata' && notAlways.has(path.basename(location)),
  );
  return (place.standing === 'ours' && isWhole(place)) || (optional && place.standing === 'absent');
}

/** What a kill or a power loss cut short is ours as well, but nothing to keep. */
function isWhole({ now, brought, whole }: Place): boolean {
  return whole && brought.some(({ bytes }) => bytes === null || bytes === now?.bytes);
}

function versionOf(
  present: readonly Distribution[],
  folder: string,
  keyOf: (location: string) => string,
): { name: string; version: string } {
  const found = present.find((each) => keyOf(each.location) === keyOf(folder));
  return { name: found?.name ?? path.basename(folder), version: found?.version ?? '?' };
}
