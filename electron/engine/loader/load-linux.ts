import path from 'node:path';
import { bringerOf } from '../knowledge/system-libraries.ts';
import type { Loading } from './answer.ts';
import type { ElfLibrary } from './library/library.ts';
import type { LinuxPlaces } from './linux-places.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** The libraries of a process by the names they are asked for. `null` is the system's, unseen. */
export type Loaded = ReadonlyMap<string, Shelved | null>;
type Step = { found: Shelved; library: ElfLibrary; inherited: readonly string[] };
type Closure = {
  loaded: Map<string, Shelved | null>;
  missing: string[];
  withoutDriver: string[];
  unsure: string[];
  unread: string[];
};

/**
 * Loads a file and all that it needs, breadth first as ld.so does: what is loaded already, then
 * DT_RPATH of it and of those that asked for it, the process's folders, DT_RUNPATH, the system.
 * Source: man 8 ld.so.
 */
export async function closureOf(
  shelf: Shelf,
  places: LinuxPlaces,
  files: readonly string[],
  already: Loaded,
): Promise<Closure> {
  const closure: Closure = {
    loaded: new Map(),
    missing: [],
    withoutDriver: [],
    unsure: [],
    unread: [],
  };
  const queue: Step[] = [];

  const take = (name: string, found: Shelved, inherited: readonly string[]): void => {
    closure.loaded.set(name, found);
    if (found.library?.format !== 'elf') closure.unread.push(found.path);
    else {
      if (found.library.soname !== null) closure.loaded.set(found.library.soname, found);
      queue.push({ found, library: found.library, inherited });
    }
  };

  for (const file of files) {
    const found = await shelf.open(file);
    if (found) take(file, found, []);
    else closure.missing.push(path.basename(file));
  }
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const { found, library, inherited } = step;
    const isSeen = places.cache !== null;
    const runpath = foldersOf(library.runpath, found, isSeen);
    const own = library.runpath.length > 0 ? [] : foldersOf(library.rpath, found, isSeen);
    const passed = [...own, ...inherited];
    for (const name of library.needed) {
      if (closure.loaded.has(name)) continue;
      const known = already.get(name);
      if (known !== undefined) {
        // Loaded by somebody else, its own needs with it; its functions count here all the same.
        if (known) take(name, known, passed);
        else closure.loaded.set(name, null);
        continue;
      }
      const folders = library.runpath.length > 0 ? inherited : passed;
      const place = await findLibrary(shelf, places, name, [...folders, ...runpath], library);
      if (place) take(name, place, passed);
      else missed(closure, name, await isCertain(shelf, places, name));
    }
  }
  return closure;
}

/** Whether a library that was not found is nowhere: a system without a list keeps them elsewhere. */
async function isCertain(shelf: Shelf, places: LinuxPlaces, name: string): Promise<boolean> {
  const listed = (places.cache?.size ?? 0) > 0;
  for (const folder of places.toolkits)
    if ((await shelf.names(folder)).has(name.toLowerCase())) return false;
  return listed || bringerOf('linux', name) === 'packages';
}

function missed(closure: Closure, name: string, certain: boolean): void {
  const bringer = bringerOf('linux', name);
  // Every system has them, wherever it keeps them.
  if (bringer === 'system') closure.loaded.set(name, null);
  else if (bringer === 'driver') closure.withoutDriver.push(name);
  else if (certain) closure.missing.push(name);
  else closure.unsure.push(name);
}

const origin = /^\$(?:ORIGIN|\{ORIGIN\})/;

/**
 * The folders that a library names. Of another system only those that begin where the library
 * lies: any other would lead somewhere on ours.
 */
function foldersOf(named: readonly string[], library: Shelved, isSeen: boolean): string[] {
  const beside = path.dirname(library.path);
  return named
    .filter((each) => origin.test(each) || (isSeen && path.isAbsolute(each)))
    .map((each) => path.normalize(each.replace(origin, beside)));
}

async function findLibrary(
  shelf: Shelf,
  { folders, cache }: LinuxPlaces,
  name: string,
  own: readonly string[],
  asking: ElfLibrary,
): Promise<Shelved | null> {
  // A place instead of a name: no package is built like that.
  if (/[\\/]/.test(name)) return null;
  const cached = cache?.get(name);
  const candidates = [
    ...[...own, ...folders].map((folder) => path.join(folder, name)),
    ...(cached === undefined ? [] : [cached]),
  ];
  for (const candidate of candidates) {
    const found = await shelf.open(candidate);
    // A library of another machine is passed over, as ld.so does.
    if (found?.library?.format === 'elf' && found.library.machine !== asking.machine) continue;
    if (found) return found;
  }
  return null;
}

/** What belongs to the Python that asks: it is loaded before anything else. */
const ofPython = /^_?Py[A-Z_]/;
/** Names of torch's own functions, mangled and plain: nobody else gives them. */
const ofTorch = /(?:3c10|2at|5torch|8c10_cuda)(?=\d|[A-Z])|^(?:aoti_)?torch_|^THP/;

/** What of a file's functions and versions nobody gives. `global`: given to every library. */
export async function shortfallOf(
  file: ElfLibrary,
  closure: Closure,
  global: Loaded,
): Promise<Pick<Loading, 'functions' | 'versions'>> {
  const scope = librariesOf([...closure.loaded.values(), ...global.values()]);
  const everythingRead =
    closure.unread.length === 0 && ![...closure.loaded.values()].includes(null);
  const versions = new Set<string>();
  const functions: string[] = [];
  for (const { name, version } of await file.wanted()) {
    if (ofPython.test(name)) continue;
    if (version && (await lacks(closure.loaded.get(version.file), version.name)))
      versions.add(`${version.name} (${version.file})`);
    if (version && closure.loaded.get(version.file) === null) continue;
    if (!(await isGiven(scope, name)) && (everythingRead || ofTorch.test(name)))
      functions.push(name);
  }
  return { functions, versions: [...versions] };
}

function librariesOf(found: readonly (Shelved | null)[]): ElfLibrary[] {
  const libraries = found.flatMap((each) =>
    each?.library?.format === 'elf' ? [each.library] : [],
  );
  return [...new Set(libraries)];
}

async function lacks(found: Shelved | null | undefined, version: string): Promise<boolean> {
  const library = found?.library;
  if (library?.format !== 'elf') return false;
  const given = await library.versions();
  // A library without versions serves any of them, with a warning.
  return given.size > 0 && !given.has(version);
}

async function isGiven(scope: readonly ElfLibrary[], name: string): Promise<boolean> {
  for (const library of scope) if (await library.gives(name)) return true;
  return false;
}
