import path from 'node:path';
import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import type { System } from '../machine/system.ts';
import { requireChangeable } from '../preconditions/require-changeable.ts';
import { requireOwnersClosed } from '../preconditions/require-owners-closed.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { isHeldByAnother, takeLock, type Lock } from './environment-lock.ts';
import { writeHead } from './journal.ts';
import { interrupted, journalsOf, type Journals, type Noted } from './journals.ts';
import { endLeftoverPrograms } from './leftover-programs.ts';
import { readableBytes } from './readable-bytes.ts';
import { settingsWithin } from './touched-settings.ts';
import { recover, type Returned } from './way-back.ts';

/**
 * Throws `plan-outdated` unless everything that the plan speaks of is as it was when it was made.
 * `now`: what was gathered this moment, if it was.
 */
export async function requireUnchanged(
  system: System,
  target: Target,
  plan: Plan,
  diagnosis: Diagnosis,
  now?: Facts,
): Promise<Facts> {
  const facts = now ?? (await gatherStaticFacts(system, target));
  requireChangeable(facts);
  const version = (name: string): string | null => versionOf(facts.distributions, name);
  const moved =
    plan.changes.some((change) => version(change.name) !== change.from) ||
    plan.pinned.some((pin) => version(pin.name) !== pin.version) ||
    JSON.stringify(valueOf(facts.torch)) !== JSON.stringify(valueOf(diagnosis.facts.torch));
  if (moved) fail('plan-outdated');
  return facts;
}

/** Throws `disk-full` where the plan would not fit. */
export async function requireSpace(system: System, paths: StatePaths, plan: Plan): Promise<void> {
  if (plan.diskBytes === null) return;
  await system.files.makeFolder(paths.staging);
  // The wheels and the saved files lie in the state folder, which may be on another disk.
  const told = plan.needs?.disks;
  const ofDrive = (drive: 'environment' | 'state'): number =>
    told?.find((each) => each.for === drive)?.bytes ?? plan.diskBytes ?? 0;
  for (const [folder, needed] of [
    [plan.environmentRoot, ofDrive('environment')],
    [paths.staging, ofDrive('state')],
  ] as const) {
    if ((await system.files.freeBytes(folder)) >= needed) continue;
    fail('disk-full', { params: { path: folder, needed: readableBytes(needed) } });
  }
}

const placeLock = '.attention-doctor.lock';

/**
 * The lock that lies with the environment, for copies of the app with another state folder or
 * on another computer. Taken only while something changes: looking and downloading leave nothing.
 */
export async function lockPlace(system: System, facts: Facts, now: Date): Promise<Lock> {
  return takeLock(system, placeOf(facts), placeLock, now);
}

/** Takes away the lock of a start that ended before it had written a journal. */
export async function tidyPlace(system: System, facts: Facts, now: Date): Promise<void> {
  const names = ((await system.files.list(placeOf(facts))) ?? []).map((each) => each.name);
  if (!names.some((name) => name.startsWith(placeLock))) return;
  // Whoever takes it removes the dead ones, and never one that is alive.
  const lock = await lockPlace(system, facts, now);
  await lock.release();
}

function placeOf({ interpreter: { sitePackages, environmentRoot } }: Facts): string {
  return sitePackages[0] ?? environmentRoot;
}

/** Whether a repair of this environment was interrupted and nobody works on it any more. */
export async function hasInterrupted(
  system: System,
  paths: StatePaths,
  environmentId: string,
  journals: Journals,
): Promise<boolean> {
  if (interrupted(journals.own).length === 0) return false;
  return !(await isHeldByAnother(system, paths.locks, lockName(environmentId)));
}

export function lockName(environmentId: string): string {
  return `${environmentId}.lock`;
}

/**
 * Ends what was interrupted, newest first, after every program of it has been ended. Those of
 * another environment that lay here are closed: it is gone. Answers how each one ended.
 */
export async function endInterrupted(
  system: System,
  paths: StatePaths,
  target: Target,
  facts: Facts,
  now: Date,
): Promise<(Returned & { noted: Noted })[]> {
  const { own, strange } = await journalsOf(system, paths, target.environment.id, facts);
  for (const noted of interrupted(strange)) await close(system, noted);
  const open = interrupted(own);
  if (open.length === 0) return [];
  await requireOwnersClosed(system, await settingsWithin(system, facts, open));
  const lock = await lockPlace(system, facts, now);
  try {
    const ends: (Returned & { noted: Noted })[] = [];
    for (const noted of open.reverse()) {
      const ground = { system, paths, target, now };
      await endLeftoverPrograms(ground, noted);
      ends.push({ noted, ...(await recover(ground, noted)) });
    }
    return ends;
  } finally {
    await lock.release();
  }
}

/** Lets go of a journal: nothing of the environment is touched. */
export async function close(system: System, { folder, head }: Noted): Promise<void> {
  await writeHead(system, folder, { ...head, state: 'closed' });
}

/** The number of the next repair, whatever the clock says. */
export function nextSequence({ own, strange }: Journals): number {
  return Math.max(0, ...[...own, ...strange].map(({ head }) => head.sequence)) + 1;
}

export function snapshotFolder(paths: StatePaths, environmentId: string, id: string): string {
  return path.join(paths.snapshots(environmentId), id);
}
