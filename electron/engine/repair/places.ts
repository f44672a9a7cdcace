import path from 'node:path';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';

/** Where the parts of an environment really lie, links resolved: nothing else may be touched. */
export type Boundary = {
  /** The real folder of the environment, from which paths in a journal are counted. */
  root: string;
  contains: (location: string) => boolean;
  /** The real place of a path, of which the last part may be a link. */
  real: (location: string) => Promise<string>;
};

/** `beside`: folders that are the environment's too, although they lie elsewhere. */
export async function boundaryOf(
  system: System,
  environmentRoot: string,
  beside: readonly string[],
): Promise<Boundary> {
  const known = new Map<string, Promise<string>>();
  const folder = (location: string): Promise<string> => {
    const found = known.get(location) ?? realFolder(location);
    known.set(location, found);
    return found;
  };
  async function realFolder(location: string): Promise<string> {
    const real = await system.files.realPath(location);
    if (real !== null) return real;
    const above = path.dirname(location);
    return above === location ? location : path.join(await folder(above), path.basename(location));
  }
  const root = await folder(path.resolve(environmentRoot));
  const roots = [root, ...(await Promise.all(beside.map(folder)))];
  return {
    root,
    contains: (location) => roots.some((each) => isBelow(system, location, each)),
    real: async (location) => {
      const real = path.join(
        await folder(path.dirname(path.resolve(location))),
        path.basename(location),
      );
      // The same text again, rather than another that says the same: there are ten thousands.
      return real === location ? location : real;
    },
  };
}

/** The boundary of an environment as it was looked at. */
export function boundaryFor(system: System, { interpreter }: Facts): Promise<Boundary> {
  // pip refuses to leave a virtual environment; other Pythons may keep their packages elsewhere.
  const { virtual } = kindRows[interpreter.kind];
  const beside = virtual ? [] : interpreter.sitePackages.slice(0, 1);
  return boundaryOf(system, interpreter.environmentRoot, beside);
}

export function isBelow(system: System, location: string, folder: string): boolean {
  return keyOf(system, location).startsWith(keyOf(system, folder + path.sep));
}

/** As long as a name can be on the usual file systems, in characters or bytes. */
const longestName = 255;

/** Whether any file can have this path: a damaged journal may name anything. */
export function canBeNamed(location: string): boolean {
  return (
    !location.includes('\0') && location.split(path.sep).every((each) => each.length <= longestName)
  );
}

/** One key for all spellings of a path: Windows and macOS do not tell case apart. */
export function keyOf(system: System, location: string): string {
  return system.platform === 'linux' ? location : location.normalize('NFC').toLowerCase();
}

/**
 * The letters that a file really has, which a RECORD may spell otherwise where case does not
 * count: it has to come back with its own.
 */
export async function spelledAsThere(
  system: System,
  locations: readonly string[],
): Promise<string[]> {
  if (system.platform === 'linux') return [...locations];
  const there = new Map<string, string>();
  for (const folder of new Set(locations.map((each) => path.dirname(each)))) {
    for (const { name } of (await system.files.list(folder)) ?? []) {
      const location = path.join(folder, name);
      there.set(keyOf(system, location), location);
    }
  }
  return locations.map((each) => there.get(keyOf(system, each)) ?? each);
}

/** The real places of paths, each once. Throws `outside-environment`. */
export async function realPlaces(
  system: System,
  boundary: Boundary,
  locations: readonly string[],
): Promise<string[]> {
  const found = new Map<string, string>();
  for (const location of locations) {
    const real = await boundary.real(location);
    if (!boundary.contains(real)) fail('outside-environment', { params: { path: real } });
    if (!found.has(keyOf(system, real))) found.set(keyOf(system, real), real);
  }
  return [...found.values()];
}
