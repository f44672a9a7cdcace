import path from 'node:path';
import type { Problem } from '../../../shared/problem.ts';
import { isUnanswered, ifUnanswered } from '../machine/unanswered.ts';
import type { System } from '../machine/system.ts';
import { identityOf, isSameEnvironment } from '../repair/identity.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { alone } from './alone.ts';
import {
  historyPath,
  readHistory,
  setAside,
  writeHistory,
  type HistoryFile,
  type Note,
} from './history-file.ts';
import type { SeenFacts } from './seen/seen.ts';

export type Ground = { system: System; paths: StatePaths; now: () => Date };
type Environment = { environmentId: string; facts: SeenFacts };

export type Notes = {
  notes: readonly Note[];
  /** Why they are not whole, or could not be kept. */
  problem: Problem | null;
};

/** The notes of the environment that is here now; changes nothing. */
export async function notesOf(
  { system, paths }: Pick<Ground, 'system' | 'paths'>,
  { environmentId, facts }: Environment,
): Promise<readonly Note[]> {
  const read = await readHistory(system, historyPath(paths.history, environmentId));
  if (read.kind === 'none')
    return (await movedHere(system, paths, environmentId, facts))?.notes ?? [];
  if (read.kind !== 'read') return [];
  return (await isSameEnvironment(system, read.file.environment, facts)) ? read.file.notes : [];
}

/**
 * Keeps the notes that `next` makes of those that are there; null: there is nothing new. A file
 * that cannot be read, or tells of another environment, is put aside first. What cannot be kept
 * is told and never thrown: a look must not fail for it.
 */
export async function keepNotes(
  ground: Ground,
  environment: Environment,
  next: (notes: readonly Note[]) => Promise<readonly Note[] | null>,
): Promise<Notes> {
  const { system, paths, now } = ground;
  const { environmentId } = environment;
  const file = historyPath(paths.history, environmentId);
  const first = await readHistory(system, file);
  if (first.kind === 'newer')
    return { notes: [], problem: { code: 'history-newer', params: { path: file } } };
  // The usual look finds what the last one found, and then nobody has to wait for anybody.
  if (first.kind === 'read' && (await isOf(system, first.file, environment))) {
    const { notes } = first.file;
    if ((await next(notes)) === null) return { notes, problem: null };
  }
  let told: Notes = { notes: [], problem: null };
  try {
    await alone(system, paths.locks, `${environmentId}.history`, now, async () => {
      told = await open(ground, environment, file);
      const notes = await next(told.notes);
      if (notes === null) return;
      await writeHistory(system, file, {
        environment: await identityOf(system, environment.facts, []),
        notes,
      });
      told = { ...told, notes };
    });
    return told;
  } catch (thrown) {
    if (!isUnanswered(thrown)) throw thrown;
    return { ...told, problem: { code: 'history-unwritten', params: { path: file } } };
  }
}

/** Under the lock: what is there may be put aside, and what lies elsewhere is brought here. */
async function open(
  { system, paths, now }: Ground,
  environment: Environment,
  file: string,
): Promise<Notes> {
  const read = await readHistory(system, file);
  if (read.kind === 'damaged')
    return { notes: [], problem: await setAside(system, file, 'damaged', now()) };
  if (read.kind === 'read' && (await isOf(system, read.file, environment)))
    return { notes: read.file.notes, problem: null };
  // Another environment stands at this place now; that is no damage, and nothing to be told.
  if (read.kind === 'read') await setAside(system, file, 'replaced', now());
  const moved = await movedHere(system, paths, environment.environmentId, environment.facts);
  if (!moved) return { notes: [], problem: null };
  await system.files.rename(moved.at, file);
  return { notes: moved.notes, problem: null };
}

function isOf(system: System, file: HistoryFile, { facts }: Environment): Promise<boolean> {
  return isSameEnvironment(system, file.environment, facts);
}

/** Histories are few; a folder full of something else is not searched. */
const mostFiles = 100;

/** The history of this environment from when it lay elsewhere; one whose old place still holds one is its own. */
async function movedHere(
  system: System,
  paths: StatePaths,
  environmentId: string,
  facts: SeenFacts,
): Promise<{ notes: readonly Note[]; at: string } | null> {
  const entries = (await system.files.list(paths.history).catch(ifUnanswered(null))) ?? [];
  for (const { name } of entries.slice(0, mostFiles)) {
    if (!/^[\w-]+\.json$/.test(name) || name === `${environmentId}.json`) continue;
    const at = path.join(paths.history, name);
    const read = await readHistory(system, at);
    if (read.kind !== 'read') continue;
    const { environment, notes } = read.file;
    if (!(await isSameEnvironment(system, environment, facts))) continue;
    if ((await system.files.info(environment.root)) === null) return { notes, at };
  }
  return null;
}
