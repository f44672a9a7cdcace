import path from 'node:path';
import { programPlaceRows, type PlaceKind } from '../knowledge/program-tables.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { isBelow } from './below.ts';
import type { Disk } from './disks.ts';

/** `added`: the user named a folder around it; `disk`: a fixed disk beside the system's own. */
export type Place = PlaceKind | 'added' | 'disk' | 'elsewhere';

/** What kind of place a real folder is, by knowledge/program-places.json and what the user added. */
export async function placeOf(
  system: System,
  added: readonly string[],
  folder: string,
  disk: Disk,
): Promise<Place> {
  const { platform } = system;
  for (const own of added) {
    if (isBelow(platform, folder, await realOf(system, own))) return 'added';
  }
  for (const row of programPlaceRows.filter((each) => each.platforms.includes(platform))) {
    for (const pattern of row.paths) {
      const place = filledIn(system, pattern, folder);
      if (place !== null && isBelow(platform, folder, await realOf(system, place))) return row.kind;
    }
  }
  return disk.kind === 'fixed' && disk.name !== '/' ? 'disk' : 'elsewhere';
}

/** null: nothing on this machine is meant by it. */
function filledIn(system: System, pattern: string, folder: string): string | null {
  if (pattern === '{drive}') return /^[a-z]:\\/i.exec(folder)?.[0] ?? null;
  const [whole, variable] = /^\{(?:env:)?(\w+)\}/.exec(pattern) ?? [];
  if (whole === undefined || variable === undefined) return pattern;
  const value = valueOf(system, variable);
  if (!value) return null;
  const place = value + pattern.slice(whole.length);
  // A variable that names the root of everything would make every place a usual one.
  const root = system.platform === 'win32' ? path.win32.parse(place).root : '/';
  return place === root ? null : place;
}

function valueOf(system: System, variable: string): string | undefined {
  if (variable === 'home') return system.homeFolder;
  if (variable === 'temporary') return system.temporaryFolder;
  return system.environment[variable];
}

async function realOf(system: System, location: string): Promise<string> {
  return (await system.files.realPath(location).catch(ifUnanswered(null))) ?? location;
}
