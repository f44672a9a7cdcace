import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import { mayBeEdited } from '../launch/edit-launcher.ts';
import type { System } from '../machine/system.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { afterGoingBack } from './after-going-back.ts';
import type { Decision } from './decide.ts';
import { followEdits } from './follow-edits.ts';
import { soundSources } from './held-copies.ts';
import { dropHeld, readJournal, stagingOf, writeHead, type Head, type Journal } from './journal.ts';
import type { Noted } from './journals.ts';
import { lookBack } from './look-back.ts';
import { boundaryFor, canBeNamed, type Boundary } from './places.ts';
import { putBack, removeEmptied } from './put-back.ts';
import { findSetAside } from './set-aside.ts';

/** The environment and the journal's place, for every way back. */
export type Ground = { system: System; paths: StatePaths; target: Target; now: Date };

/** How a way back ended, and what it left because it is somebody else's by now. */
export type Returned = { end: 'restored' | 'kept' | 'closed'; left: string[] };

type Look = { journal: Journal; decision: Decision; boundary: Boundary };

/**
 * Right after our own failure: everything that is still ours goes, everything that we took
 * comes back, and what somebody else did meanwhile stays.
 */
export async function undoNow(ground: Ground, begun: Journal): Promise<Returned> {
  const journal = await followEdits(ground.system, begun);
  const facts = await gatherStaticFacts(ground.system, ground.target);
  const { decision, boundary } = await look(ground, journal, facts);
  const moved = decision.movedOn.length > 0;
  // From here on a complete repair is no longer one to keep: it has failed its check. Lazily,
  // because a flush would first write out all the files of pip that are about to go.
  const head = { ...journal.head, state: 'restoring' as const };
  await writeHead(ground.system, journal.folder, head, { lazy: true });
  // Another version than both means that another installer won: its package stays whole.
  const putting = moved ? { ...decision, putBack: [], emptied: [] } : decision;
  await putBack(ground.system, journal, putting, boundary.root);
  await end(ground, journal, moved ? 'closed' : 'restored');
  const left = [...decision.left, ...decision.changed];
  return { end: moved ? 'closed' : 'restored', left };
}

/**
 * A repair that never came to its end, met later. Complete: kept, since nothing is half done.
 * Moved on by other hands: closed, and only our own leftovers go. Else put back. Throws
 * `changed-since` where what was there before can no longer be put back without taking
 * something of somebody else's.
 */
export async function recover(ground: Ground, noted: Noted): Promise<Returned> {
  const seen = await open(ground, noted);
  const { journal, decision, boundary } = seen;
  if (decision.movedOn.length > 0) {
    const nothing = { ...decision, putBack: [], emptied: [] };
    await putBack(ground.system, journal, nothing, boundary.root);
    await removeEmptied(ground.system, journal);
    await end(ground, journal, 'closed');
    return { end: 'closed', left: [...decision.left, ...decision.changed] };
  }
  if (noted.head.state === 'pending' && decision.complete) {
    const nothing = { ...decision, putBack: [], emptied: [], remove: [] };
    await putBack(ground.system, journal, nothing, boundary.root);
    await removeEmptied(ground.system, journal);
    await end(ground, journal, 'kept');
    return { end: 'kept', left: [] };
  }
  return putAllBack(ground, seen);
}

/** A way back that somebody asked for. Throws `changed-since` rather than undo other hands' work. */
export async function goBack(ground: Ground, noted: Noted): Promise<Returned> {
  const seen = await open(ground, noted);
  requireOurs(seen);
  return putAllBack(ground, seen);
}

/**
 * Whether the whole way through several repairs, newest first, is open: the look at each sees
 * what the steps before it would leave. Throws what `goBack` would throw in the middle of it.
 */
export async function requireWayBack(ground: Ground, chain: readonly Noted[]): Promise<void> {
  let { system } = ground;
  for (const noted of chain) {
    const seen = await open({ ...ground, system }, noted);
    requireOurs(seen);
    requireUnchanged(seen);
    const setAside = await findSetAside(system, seen.journal);
    await soundSources(system, seen.journal, seen.decision.putBack, setAside);
    system = afterGoingBack(system, seen.journal, seen.decision);
  }
}

function requireOurs({ journal, decision }: Look): void {
  const [moved] = decision.movedOn;
  if (!moved) return;
  const what = `${moved.name} ${moved.version}`;
  fail('changed-since', { params: { what, snapshot: journal.head.id } });
}

function requireUnchanged({ journal, decision }: Look): void {
  const [what] = decision.changed;
  if (what !== undefined) fail('changed-since', { params: { what, snapshot: journal.head.id } });
}

async function putAllBack(ground: Ground, seen: Look): Promise<Returned> {
  const { journal, decision, boundary } = seen;
  requireUnchanged(seen);
  if (journal.head.state === 'kept')
    await writeHead(ground.system, journal.folder, { ...journal.head, state: 'restoring' });
  await putBack(ground.system, journal, decision, boundary.root);
  await end(ground, journal, 'restored');
  return { end: 'restored', left: decision.left };
}

/** The journal with all that belongs to it, for the place where the environment lies now. */
async function open(ground: Ground, noted: Noted): Promise<Look> {
  const { system, target } = ground;
  const facts = await gatherStaticFacts(system, target);
  const boundary = await boundaryFor(system, facts);
  const head = { ...noted.head, staging: stagingOf(ground.paths, noted.head) };
  const journal = await readJournal(system, noted.folder, head, boundary.root);
  if (!journal || !isSound(boundary, journal))
    fail('snapshot-damaged', {
      params: { count: 1, path: noted.folder, snapshot: noted.head.id },
    });
  return look(ground, journal, facts);
}

/** A journal is a file like any other: it may be damaged, and then name what was never ours. */
function isSound(boundary: Boundary, { territory }: Journal): boolean {
  const { taken, brought, folders, emptied = [], listings } = territory;
  // Of what lies outside only start scripts and settings that we know are edited, each by its hash.
  const files = [...taken, ...brought].map((each) => each.path);
  const above = [...folders, ...emptied, ...listings].map((each) => each.path);
  return (
    [...files, ...above].every(canBeNamed) &&
    files.every((each) => boundary.contains(each) || mayBeEdited(each)) &&
    above.every(boundary.contains)
  );
}

async function look({ system }: Ground, journal: Journal, facts: Facts): Promise<Look> {
  const decision = await lookBack(system, journal, facts);
  return { journal, decision, boundary: await boundaryFor(system, facts) };
}

async function end({ system, now }: Ground, journal: Journal, state: Head['state']): Promise<void> {
  const restoredAt = state === 'restored' ? now.toISOString() : journal.head.restoredAt;
  await writeHead(system, journal.folder, { ...journal.head, state, restoredAt });
  if (state !== 'kept') await dropHeld(system, journal.folder);
}
