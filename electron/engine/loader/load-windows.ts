import path from 'node:path';
import { bringerOf } from '../knowledge/system-libraries.ts';
import type { Loading } from './answer.ts';
import type { PeImport, PeLibrary } from './library/library.ts';
import type { Shelf, Shelved } from './shelf.ts';

type WindowsPlaces = {
  /** Asked in this order: beside python.exe, what torch and the package add. */
  folders: readonly string[];
  /** System32; null: another system's, which cannot be seen. */
  systemFolder: string | null;
  /** "3.11", for the library of Python itself, which is loaded already. */
  python: string | null;
};

type Step = { found: Shelved; library: PeLibrary };
/** A Loading that is still being filled. */
type Found = Record<keyof Loading, string[]>;

/**
 * Loads a file and all that it imports as LoadLibraryEx does for Python's extensions: the file's own
 * folder, that of the program, System32, the folders that were added. PATH counts for nothing since
 * Python 3.8. Names have no case. Source: learn.microsoft.com, Dynamic-link library search order.
 */
export async function loadOnWindows(
  shelf: Shelf,
  places: WindowsPlaces,
  file: string,
): Promise<Loading> {
  const loading: Found = {
    missing: [],
    withoutDriver: [],
    unsure: [],
    functions: [],
    versions: [],
    unread: [],
  };
  const folders = [path.dirname(file), ...places.folders];
  const seen = new Set<string>();
  const queue: Step[] = [];
  const take = (found: Shelved): void => {
    if (found.library?.format === 'pe') queue.push({ found, library: found.library });
    else loading.unread.push(path.basename(found.path));
  };
  const first = await shelf.open(file);
  if (!first) return { ...loading, missing: [path.basename(file)] };
  take(first);
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    for (const each of step.library.imports) {
      const name = each.library.toLowerCase();
      const found = await findOnWindows(shelf, folders, name);
      if (found) {
        // What a library of torch lacks in another one is told for torch itself.
        if (step.found === first) loading.functions.push(...(await lackingIn(found, each)));
        if (!seen.has(name)) take(found);
      } else if (!seen.has(name)) {
        const where = await elsewhere(shelf, places, name);
        if (where === 'driver') loading.withoutDriver.push(each.library);
        else if (where === 'nowhere') loading.missing.push(each.library);
        else if (where === 'unsure') loading.unsure.push(each.library);
      }
      seen.add(name);
    }
  }
  return loading;
}

async function findOnWindows(
  shelf: Shelf,
  folders: readonly string[],
  name: string,
): Promise<Shelved | null> {
  for (const folder of folders) {
    const written = (await shelf.names(folder)).get(name);
    const found = written === undefined ? null : await shelf.open(path.join(folder, written));
    if (found) return found;
  }
  return null;
}

async function elsewhere(
  shelf: Shelf,
  { folders, systemFolder, python }: WindowsPlaces,
  name: string,
): Promise<'there' | 'driver' | 'nowhere' | 'unsure'> {
  const ofPython = /^python(3\d*)t?(_d)?\.dll$/.exec(name)?.[1];
  if (ofPython !== undefined) {
    const own = python?.replace('.', '') ?? null;
    return own === null || ofPython === '3' || ofPython === own ? 'there' : 'nowhere';
  }
  const bringer = bringerOf('win32', name);
  if (bringer === 'system') return 'there';
  if (systemFolder !== null && (await shelf.names(systemFolder)).has(name)) return 'there';
  if (bringer === 'driver') return 'driver';
  // The Store's Python lies where nobody may look, with the runtime beside it.
  const seesPython = (await shelf.names(folders[0] ?? '')).size > 0;
  if (bringer === 'runtime' && (systemFolder === null || !seesPython)) return 'there';
  return systemFolder !== null || bringer === 'packages' ? 'nowhere' : 'unsure';
}

async function lackingIn({ library }: Shelved, wanted: PeImport): Promise<string[]> {
  if (library?.format !== 'pe') return [];
  const lacking: string[] = [];
  const { names, ordinals } = await wanted.functions();
  for (const name of names) if (!(await library.gives(name))) lacking.push(name);
  const numbers = ordinals.filter((each) => !library.givesOrdinal(each));
  return [...lacking, ...numbers.map((each) => `${wanted.library} #${each}`)];
}
