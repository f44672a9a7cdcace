import path from 'node:path';
import type { FolderEntry, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { neverEntered, neverEnteredAtRoot, trashOfUser } from './recognition/passed-over-names.ts';

export type WalkLimits = { depth: number; folders: number; signal?: AbortSignal };
/**
 * `pass`: not looked at for its name alone, so that another search may still look at it. A list:
 * enter only what is called so.
 */
export type Next = 'enter' | 'leave' | 'pass' | readonly string[];
export type Visit = (visited: {
  folder: string;
  entries: FolderEntry[];
  /** The root of the walk: somebody named it. */
  isNamed: boolean;
}) => Promise<Next>;

/** A folder by the name it was reached under, and by its real one: links lead to the same place. */
type Place = { shown: string; real: string };

/** Folders read at the same time: a disk answers several questions faster than one by one. */
const atOnce = 24;

/** How many layers below a folder were looked at, by the folder's real name. */
export type Seen = Map<string, number>;

/**
 * Goes down from `root` breadth first, each real folder once, within limits; one that an earlier
 * walk has `seen` again only if this one goes deeper below it. `visit` says whether to go on.
 * Folders that may not be read are passed over, and what a link leads to goes by its own name.
 */
export async function walk(
  system: System,
  root: string,
  limits: WalkLimits,
  visit: Visit,
  seen: Seen = new Map(),
): Promise<void> {
  const real = await system.files.realPath(root).catch(ifUnanswered(null));
  if (real === null) return;
  const top: Place = { shown: root, real };
  const visitOnce = async (place: Place, entries: FolderEntry[]): Promise<Next> => {
    const next = await visit({ folder: place.shown, entries, isNamed: place === top });
    if (next === 'pass') seen.delete(place.real);
    return next;
  };
  let layer = [top];
  let left = limits.folders;
  for (let depth = 0; depth <= limits.depth && layer.length > 0; depth += 1) {
    const fresh = unseen(layer, seen, limits.depth - depth).slice(0, left);
    left -= fresh.length;
    const below = await inParallel(fresh, limits.signal, (place) =>
      enter(system, top, place, visitOnce),
    );
    layer = below.flat();
  }
}

/** The folders of this layer that were not looked into yet, or not this deep. */
function unseen(layer: readonly Place[], seen: Seen, below: number): Place[] {
  return layer.filter(({ real }) => {
    if ((seen.get(real) ?? -1) >= below) return false;
    seen.set(real, below);
    return true;
  });
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

async function enter(
  system: System,
  top: Place,
  place: Place,
  visit: (place: Place, entries: FolderEntry[]) => Promise<Next>,
): Promise<Place[]> {
  const entries = await system.files.list(place.shown).catch(ifUnanswered(null));
  const next = entries ? await visit(place, entries) : 'leave';
  if (!entries || next === 'leave' || next === 'pass') return [];
  const isWanted = (name: string): boolean => next === 'enter' || next.includes(name);
  const below = entries.filter(
    ({ kind, name }) => (kind === 'folder' || kind === 'link') && mayEnter(name) && isWanted(name),
  );
  const places: Place[] = [];
  for (const { kind, name } of below) {
    const shown = path.join(place.shown, name);
    // Only a link has to be asked where it leads: below a real folder the names are real.
    if (kind === 'folder') places.push({ shown, real: path.join(place.real, name) });
    else places.push(...(await placesOfLink(system, top, shown)));
  }
  return places.filter(({ real }) => !isSystemFolder(real));
}

function mayEnter(name: string): boolean {
  const lower = name.toLowerCase();
  return !neverEntered.has(lower) && !trashOfUser.test(lower);
}

function isSystemFolder(real: string): boolean {
  const above = path.dirname(real);
  return path.dirname(above) === above && neverEnteredAtRoot.has(path.basename(real));
}

/** Where a link leads; nothing for one that leads nowhere, or to what is never entered. */
async function placesOfLink(system: System, top: Place, link: string): Promise<Place[]> {
  const real = await system.files.realPath(link).catch(ifUnanswered(null));
  if (real === null || !mayEnter(path.basename(real))) return [];
  return [{ shown: shownUnder(top, real), real }];
}

/** The name by which a walk from `top` comes to a real folder without any link on the way. */
function shownUnder(top: Place, real: string): string {
  const way = path.relative(top.real, real);
  const isBelow = !way.startsWith('..') && !path.isAbsolute(way);
  return isBelow ? path.join(top.shown, way) : real;
}
