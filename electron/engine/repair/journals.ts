import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Snapshot } from '../../../shared/report.ts';
import type { System } from '../machine/system.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { isSameEnvironment } from './identity.ts';
import { readHead, type Head } from './journal.ts';

/** A journal on the disk, of which only the head was read. */
export type Noted = { head: Head; folder: string };

export type Journals = {
  /** Of this environment, wherever it lay then; oldest first. */
  own: Noted[];
  /** Of another environment that lay at this path. */
  strange: Noted[];
};

/** The journals of an environment: by what it is, not by where it lies. */
export async function journalsOf(
  system: System,
  paths: StatePaths,
  environmentId: string,
  facts: Pick<Facts, 'interpreter'>,
): Promise<Journals> {
  const here = await readHeads(system, paths.snapshots(environmentId));
  const elsewhere = await movedHere(system, paths, environmentId, facts);
  const own: Noted[] = [];
  const strange: Noted[] = [];
  for (const noted of [...here, ...elsewhere]) {
    const same = await isSameEnvironment(system, noted.head.environment, facts);
    (same ? own : strange).push(noted);
  }
  own.sort((a, b) => a.head.sequence - b.head.sequence || a.head.id.localeCompare(b.head.id));
  return { own, strange: strange.filter((each) => here.includes(each)) };
}

/** Those that were never ended: pip, or a way back, may have stopped in the middle. */
export function interrupted(journals: readonly Noted[]): Noted[] {
  return journals.filter(({ head }) => head.state === 'pending' || head.state === 'restoring');
}

/** Newest first, for people; what was let go of is no state to go back to. */
export function snapshotsFor(journals: readonly Noted[]): Snapshot[] {
  return [...journals]
    .reverse()
    .filter(({ head }) => head.state !== 'closed')
    .map(({ head }) => ({
      id: head.id,
      at: head.at,
      reason: head.reason,
      bytes: head.bytes,
      changes: head.changes,
      restoredAt: head.restoredAt,
    }));
}

/** For people: the saved states of an environment as it is now. */
export async function listSnapshots(
  system: System,
  paths: StatePaths,
  environmentId: string,
  facts: Pick<Facts, 'interpreter'>,
): Promise<Snapshot[]> {
  return snapshotsFor((await journalsOf(system, paths, environmentId, facts)).own);
}

/** A folder without a readable head never got as far as changing anything. */
export async function readHeads(system: System, folder: string): Promise<Noted[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const all = await Promise.all(
    entries.map(async ({ name }) => {
      const at = path.join(folder, name);
      const head = await readHead(system, at);
      return head && { head, folder: at };
    }),
  );
  return all.filter((each) => each !== null);
}

/**
 * Journals that were written when the environment lay elsewhere. One whose old place still
 * holds an environment belongs to that: this one here is then a copy.
 */
async function movedHere(
  system: System,
  paths: StatePaths,
  environmentId: string,
  facts: Pick<Facts, 'interpreter'>,
): Promise<Noted[]> {
  const found: Noted[] = [];
  for (const { name } of (await system.files.list(paths.allSnapshots)) ?? []) {
    if (name === environmentId) continue;
    for (const noted of await readHeads(system, path.join(paths.allSnapshots, name))) {
      const { environment } = noted.head;
      if (!(await isSameEnvironment(system, environment, facts))) continue;
      if ((await system.files.info(environment.root)) === null) found.push(noted);
    }
  }
  return found;
}
