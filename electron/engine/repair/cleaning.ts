import path from 'node:path';
import type { System } from '../machine/system.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { isHeldByAnother } from './environment-lock.ts';
import { dropHeld, headName, stagingOf } from './journal.ts';
import { readHeads, type Noted } from './journals.ts';
import { triedFolder } from './tried-wheels.ts';

/** What a saved state may cost: the newest is always kept. */
const keptStates = 10;
const keptDays = 90;
const keptBytes = 20 * 1024 ** 3;
/** Heads of what was undone stay for the history; they are small. */
const keptHeads = 40;
export const stagingLock = 'lock';
/** What repairs and trials call their folders: an id, or its beginning. */
const isStagingName =
  /^(?:[0-9a-f]{8}(?:(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?|tried-plan-[0-9a-f]{16})$/;

/**
 * Takes away what nobody needs any more: folders of downloads whose repair is over, half-made
 * snapshots, and saved states by age, number and size. The caller holds the environment's lock. What a
 * trial of the plan `planId` fetched stays.
 */
export async function clean(
  system: System,
  paths: StatePaths,
  environmentId: string,
  own: readonly Noted[],
  now: Date,
  { planId, savedBytes }: { planId?: string; savedBytes?: number | undefined } = {},
): Promise<void> {
  await cleanStaging(system, paths, planId);
  const folder = paths.snapshots(environmentId);
  for (const { name } of (await system.files.list(folder)) ?? []) {
    const head = path.join(folder, name, headName);
    if ((await system.files.linkInfo(head)) === null)
      await system.files.remove(path.join(folder, name));
  }
  for (const noted of own.filter(({ head }) => ['restored', 'closed'].includes(head.state)))
    await dropHeld(system, noted.folder);
  for (const noted of outlived(own, now, savedBytes)) await system.files.remove(noted.folder);
}

/** Downloads of repairs that are over; those of an interrupted one are needed to tell its files. */
export async function cleanStaging(
  system: System,
  paths: StatePaths,
  planId?: string,
): Promise<void> {
  const entries = (await system.files.list(paths.staging)) ?? [];
  if (entries.length === 0) return;
  const needed = new Set(planId === undefined ? [] : [triedFolder(paths, planId)]);
  for (const { name } of (await system.files.list(paths.allSnapshots)) ?? [])
    for (const { head } of await readHeads(system, path.join(paths.allSnapshots, name)))
      if (head.state === 'pending' || head.state === 'restoring')
        needed.add(stagingOf(paths, head));
  for (const { name, kind } of entries) {
    // The state folder may be one that others use, too.
    if (kind !== 'folder' || !isStagingName.test(name)) continue;
    const folder = path.join(paths.staging, name);
    if (needed.has(folder) || (await isHeldByAnother(system, folder, stagingLock))) continue;
    await system.files.remove(folder);
  }
}

/** Oldest first: a state is only reached by way of all later ones. Pure. */
export function outlived(own: readonly Noted[], now: Date, mostBytes = keptBytes): Noted[] {
  const kept = own.filter(({ head }) => head.state === 'kept');
  const newest = kept.at(-1);
  let bytes = kept.reduce((total, { head }) => total + head.bytes, 0);
  let count = kept.length;
  const gone: Noted[] = [];
  for (const noted of kept) {
    const days = (now.getTime() - Date.parse(noted.head.at)) / 86_400_000;
    const tooMuch = count > keptStates || bytes > mostBytes || days > keptDays;
    if (noted === newest || !tooMuch) break;
    gone.push(noted);
    bytes -= noted.head.bytes;
    count -= 1;
  }
  const over = own.filter(({ head }) => ['restored', 'closed'].includes(head.state));
  return [...gone, ...over.slice(0, Math.max(0, over.length - keptHeads))];
}
