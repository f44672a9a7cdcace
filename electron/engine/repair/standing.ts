import path from 'node:path';
import { toProblem } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { parseRecord } from '../packages/record.ts';
import { hashOfZeros, restHash, type Brought } from './brought.ts';
import { entryAt, sameEntry, type Entry } from './entry.ts';
import { inBatches } from '../machine/in-batches.ts';
import { heldAt, type Journal, type Taken } from './journal.ts';
import { keyOf } from './places.ts';

/**
 * What stands at a path of the repair: what was there before; what the repair brought; nothing;
 * what Python compiled, which is anybody's to make again; or what somebody else put there.
 */
export type Standing = 'before' | 'ours' | 'absent' | 'bytecode' | 'foreign';

/** A path that the repair has to do with, and what stands there now. */
export type Place = {
  path: string;
  /** Its number among the taken; null: nothing was there before. */
  taken: number | null;
  /** What wheels bring there: several may bring the same. */
  brought: readonly Brought[];
  now: Entry | null;
  standing: Standing;
  /** Not a RECORD that pip had still to write: its last act is to put its own notes into it. */
  whole: boolean;
};

/** Looks at every path of a journal. Reads files only where their size and time do not tell. */
export async function lookAtPlaces(system: System, journal: Journal): Promise<Place[]> {
  const places = unite(system, journal);
  const keys = new Set(places.map((each) => keyOf(system, each.path)));
  return inBatches(places, async (place) => {
    const entry = await entryAt(system, place.path);
    const standing = await standingOf(system, journal, place, entry, keys);
    const whole = standing !== 'ours' || (await isWhole(system, place));
    const { path: at, taken, brought } = place;
    return { path: at, taken, brought, now: entry, standing, whole };
  });
}

type United = Pick<Place, 'path' | 'taken'> & {
  brought: Brought[];
  /** Of those in the list of the journal. */
  numbers: number[];
};

function unite(system: System, { territory }: Journal): United[] {
  const all = new Map<string, United>();
  for (const [index, { path: location }] of territory.taken.entries())
    all.set(keyOf(system, location), { path: location, taken: index, brought: [], numbers: [] });
  for (const [number, each] of territory.brought.entries()) {
    const key = keyOf(system, each.path);
    const place = all.get(key) ?? { path: each.path, taken: null, brought: [], numbers: [] };
    place.brought.push(each);
    place.numbers.push(number);
    all.set(key, place);
  }
  return [...all.values()];
}

async function standingOf(
  system: System,
  journal: Journal,
  place: United,
  now: Entry | null,
  keys: ReadonlySet<string>,
): Promise<Standing> {
  const taken = place.taken === null ? undefined : journal.territory.taken[place.taken];
  if (taken && sameEntry(now, taken.entry)) return 'before';
  if (now === null) return 'absent';
  if (place.numbers.some((number) => isAsLeft(now, journal.left?.[number] ?? null))) return 'ours';
  if (isBytecode(place.path)) return 'bytecode';
  if (now.kind !== 'file') return 'foreign';
  for (const brought of place.brought)
    if (await isOurs(system, journal, brought, now, keys)) return 'ours';
  return taken && (await hasContentOf(system, journal, place, taken, now)) ? 'before' : 'foreign';
}

function isAsLeft(now: Entry, left: Entry | null): boolean {
  return left !== null && sameEntry(now, left) && now.inode === left.inode;
}

export function isBytecode(location: string): boolean {
  return location.endsWith('.pyc') && path.basename(path.dirname(location)) === '__pycache__';
}

async function isOurs(
  system: System,
  journal: Journal,
  brought: Brought,
  now: Entry,
  keys: ReadonlySet<string>,
): Promise<boolean> {
  if (brought.sha256 !== null) {
    if (now.bytes > (brought.bytes ?? 0)) return false;
    const content = await system.files.sha256(brought.path);
    // A loss of power leaves names with nothing or zeros behind them, also when all was done and said.
    if (content === brought.sha256 || content === hashOfZeros(now.bytes)) return true;
    return isUnfinished(system, journal, brought);
  }
  const content = await system.files.readBytes(brought.path);
  if (content === null || brought.made === null) return false;
  if (content.every((byte) => byte === 0)) return true;
  const text = new TextDecoder('latin1').decode(content);
  switch (brought.made.by) {
    case 'script':
      return restHash(content) === brought.made.rest;
    case 'entry-point':
      return text.includes(brought.made.words);
    case 'metadata':
      return isNoteOfPip(system, brought.path, text, keys);
  }
}

/**
 * pip was stopped in the middle of this file, or the power went before all of it was on the
 * disk: it is the beginning of what the wheel has, with zeros where nothing arrived.
 */
async function isUnfinished(system: System, journal: Journal, brought: Brought): Promise<boolean> {
  if (!isOpen(journal) || brought.member === null) return false;
  const wheel = path.join(journal.head.staging, 'wheels', brought.wheel);
  if ((await system.files.info(wheel)) === null) return false;
  // A wheel that the same loss of power damaged proves nothing, and what it is asked about stays.
  const archive = await unlessUnreadable(system.files.openArchive(wheel));
  if (archive === null) return false;
  try {
    const begins = archive.beginsLike(brought.member, brought.path);
    return (await unlessUnreadable(begins)) ?? false;
  } finally {
    archive.close();
  }
}

async function unlessUnreadable<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (toProblem(error).code === 'archive-unreadable') return null;
    throw error;
  }
}

/** Not yet ended, so that its wheels are still there. */
function isOpen({ head }: Journal): boolean {
  return head.state === 'pending' || head.state === 'restoring';
}

/** Until pip ends, what stands there is the wheel's own RECORD (pip's _internal/operations/install/wheel.py). */
async function isWhole(system: System, { path: location, brought }: United): Promise<boolean> {
  const isNote = brought.some(({ made }) => made?.by === 'metadata');
  if (!isNote || path.basename(location) !== 'RECORD') return true;
  const text = await system.files.readText(location);
  return parseRecord(text ?? '').some((entry) => path.basename(entry) === 'INSTALLER');
}

/** Of pip's notes only the RECORD tells something: that it names nothing but what is the repair's. */
function isNoteOfPip(
  system: System,
  location: string,
  text: string,
  keys: ReadonlySet<string>,
): boolean {
  // Whatever a damaged journal says: notes lie in a metadata folder and nowhere else.
  if (!path.dirname(location).endsWith('.dist-info')) return false;
  if (path.basename(location) !== 'RECORD') return true;
  const folder = path.dirname(path.dirname(location));
  return parseRecord(text).every((entry) => {
    const named = path.resolve(folder, entry);
    return isBytecode(named) || keys.has(keyOf(system, named));
  });
}

/** Somebody installed the same again: other times, the same content. */
async function hasContentOf(
  system: System,
  journal: Journal,
  place: United,
  taken: Taken,
  now: Entry,
): Promise<boolean> {
  if (place.taken === null || taken.entry.kind !== 'file' || taken.entry.bytes !== now.bytes)
    return false;
  const held = heldAt(journal, place.taken);
  if ((await system.files.info(held)) === null) return false;
  const before = taken.sha256 ?? (await system.files.sha256(held));
  return (await system.files.sha256(place.path)) === before;
}
