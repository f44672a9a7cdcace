import path from 'node:path';
import type { FolderEntry, System } from '../system.ts';

/** Folders that hold no install but may hold tens of thousands of files, or other people's. */
const neverEntered = new Set([
  'models',
  'checkpoints',
  'loras',
  'output',
  'input',
  'temp',
  'node_modules',
  '__pycache__',
  'site-packages',
  'dist-packages',
  'custom_nodes',
  '.git',
  '.hg',
  '.svn',
  '.cache',
  'cache',
  'caches',
  '.npm',
  '.cargo',
  '.rustup',
  '.nuget',
  '.gradle',
  '.m2',
  '.trash',
  'library',
  'appdata',
  'windows',
  'winsxs',
  'system32',
  '$recycle.bin',
  'programdata',
  'recovery',
  'snap',
  'lost+found',
  'system volume information',
  'program files',
  'program files (x86)',
]);

/** The system's own, but only right below its root: people call folders dev and run too. */
const neverEnteredAtRoot = new Set(['proc', 'sys', 'dev', 'run']);

export type WalkLimits = { depth: number; folders: number; signal?: AbortSignal };
export type Visit = (folder: string, entries: FolderEntry[]) => Promise<'enter' | 'leave'>;

/** A folder by the name it was reached under, and by its real one: links lead to the same place. */
type Place = { shown: string; real: string };

/** Folders read at the same time: a disk answers several questions faster than one by one. */
const atOnce = 24;

/**
 * Goes down from `root` breadth first, each real folder once, within limits. `visit` says
 * whether to go on below. Folders that may not be read are passed over.
 */
export async function walk(
  system: System,
  root: string,
  limits: WalkLimits,
  visit: Visit,
  seen: Set<string> = new Set(),
): Promise<void> {
  const real = await system.files.realPath(root).catch(() => null);
  if (real === null) return;
  let layer: Place[] = [{ shown: root, real }];
  let left = limits.folders;
  for (let depth = 0; depth <= limits.depth && layer.length > 0; depth += 1) {
    const fresh = firstSeen(layer, seen, left);
    left -= fresh.length;
    layer = (await inParallel(fresh, limits.signal, (place) => enter(system, place, visit))).flat();
  }
}

/** The folders of this layer that were not looked into yet, as many as there is room for. */
function firstSeen(layer: readonly Place[], seen: Set<string>, room: number): Place[] {
  const fresh: Place[] = [];
  for (const place of layer) {
    if (fresh.length >= room) break;
    if (seen.has(place.real)) continue;
    seen.add(place.real);
    fresh.push(place);
  }
  return fresh;
}

/** Some at a time, the next one as soon as any has ended; answers in the order of the folders. */
async function inParallel<T, R>(
  all: readonly T[],
  signal: AbortSignal | undefined,
  act: (each: T) => Promise<R>,
): Promise<R[]> {
  const answers = new Map<number, R>();
  const waiting = all.entries();
  async function work(): Promise<void> {
    for (const [at, each] of waiting) {
      if (signal?.aborted) return;
      answers.set(at, await act(each));
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
  return all.flatMap((_, at) => {
    const answer = answers.get(at);
    return answer === undefined ? [] : [answer];
  });
}

async function enter(system: System, place: Place, visit: Visit): Promise<Place[]> {
  const entries = await system.files.list(place.shown).catch(() => null);
  if (!entries || (await visit(place.shown, entries)) === 'leave') return [];
  const places = entries
    .filter((entry) => entry.kind === 'folder' || entry.kind === 'link')
    .filter((entry) => !neverEntered.has(entry.name.toLowerCase()))
    .map((entry) => placeOf(system, place, entry));
  const found = (await Promise.all(places)).filter((each) => each !== null);
  return found.filter((each) => !isSystemFolder(each.real));
}

function isSystemFolder(real: string): boolean {
  const above = path.dirname(real);
  return path.dirname(above) === above && neverEnteredAtRoot.has(path.basename(real));
}

/** Only a link has to be asked where it leads: below a real folder the names are real. */
async function placeOf(system: System, parent: Place, entry: FolderEntry): Promise<Place | null> {
  const shown = path.join(parent.shown, entry.name);
  if (entry.kind === 'folder') return { shown, real: path.join(parent.real, entry.name) };
  const real = await system.files.realPath(shown).catch(() => null);
  return real === null ? null : { shown, real };
}
