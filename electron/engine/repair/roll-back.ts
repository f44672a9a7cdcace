import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import type { Change } from '../../../shared/plan.ts';
import { fail, ProblemError, toProblem, type Problem } from '../../../shared/problem.ts';
import type { RollbackResult } from '../../../shared/report.ts';
import { diagnose } from '../examination/diagnose.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { requireChangeable } from '../preconditions/require-changeable.ts';
import { requireNotRunning } from '../preconditions/require-not-running.ts';
import { requireOwnersClosed } from '../preconditions/require-owners-closed.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { clean } from './cleaning.ts';
import { dropHeld } from './journal.ts';
import { journalsOf, listSnapshots, type Journals, type Noted } from './journals.ts';
import { endLeftoverPrograms } from './leftover-programs.ts';
import { close, endInterrupted, lockPlace, tidyPlace } from './prepare.ts';
import { settingsWithin } from './touched-settings.ts';
import { goBack, requireWayBack } from './way-back.ts';

export type Rollback = {
  system: System;
  paths: StatePaths;
  now: () => Date;
  target: Target;
  snapshotId: string | null;
  how: 'put-back' | 'forget' | 'interrupted';
  context: OperationContext<'rollback'>;
};

/**
 * Back to the state before a snapshot's repair: that repair and every later one is undone,
 * newest first. Needs no network. The caller holds the lock of the state folder. Once begun it
 * is carried through: a cancel then only saves the last look.
 */
export async function rollBack(rollback: Rollback): Promise<OperationEnd> {
  const { system, paths, target, context } = rollback;
  const { facts, chosen, stays } = await context.step('prepare', () => prepare(rollback));
  const { outcome, restored, left } = await context.step('restore', () =>
    act(rollback, facts, chosen),
  );
  const diagnosis = await lastLook(rollback);
  const snapshots = await listSnapshots(system, paths, target.environment.id, diagnosis.facts);
  return {
    outcome: 'succeeded',
    result: {
      kind: 'rollback',
      rollback: {
        outcome,
        restored: restoredChanges(restored),
        snapshotId: chosen.at(-1)?.head.id ?? null,
        left,
        stays,
      },
      diagnosis,
      snapshots,
    },
  };
}

type Done = { outcome: RollbackResult['outcome']; restored: readonly Noted[]; left: string[] };

async function act(rollback: Rollback, facts: Facts, chosen: readonly Noted[]): Promise<Done> {
  const { system, paths, target } = rollback;
  if (rollback.how === 'interrupted') {
    const ends = await endInterrupted(system, paths, target, facts, rollback.now());
    const back = ends.filter((each) => each.end === 'restored');
    const outcome = ends.length === 0 ? 'nothing-to-do' : 'restored';
    const left = ends.flatMap((each) => each.left);
    return { outcome, restored: back.map((each) => each.noted), left };
  }
  const lock = await lockPlace(system, facts, rollback.now());
  try {
    if (rollback.how === 'put-back')
      return { outcome: 'restored', restored: chosen, left: await undoAll(rollback, chosen) };
    await forget(rollback, chosen);
    return { outcome: 'forgotten', restored: [], left: [] };
  } finally {
    await lock.release();
  }
}

type Prepared = { facts: Facts; chosen: Noted[]; stays: Change[] };

async function prepare(rollback: Rollback): Promise<Prepared> {
  const { system, paths, target } = rollback;
  // Where it is not told what runs, a file in use stops the way back, and nothing is lost by it.
  if (rollback.how !== 'forget')
    await requireNotRunning(system, target, { unknownIsAccepted: true });
  const facts = await gatherStaticFacts(system, target);
  requireChangeable(facts);
  const journals = await journalsOf(system, paths, target.environment.id, facts);
  await tidyPlace(system, facts, rollback.now());
  const chosen = rollback.how === 'interrupted' ? [] : choose(journals, rollback);
  if (rollback.how !== 'forget')
    await requireOwnersClosed(system, await settingsWithin(system, facts, chosen));
  await clean(system, paths, target.environment.id, [], rollback.now());
  const stays = rollback.how === 'put-back' ? staying(journals.own, chosen, facts) : [];
  return { facts, chosen, stays };
}

/**
 * To put back: newest first, down to the one asked for; the newest alone if none is named. To
 * let go of: that one alone, since the others can be put back without it.
 */
function choose({ own, strange }: Journals, { snapshotId, how }: Rollback): Noted[] {
  const open = own.filter(({ head }) => !['restored', 'closed'].includes(head.state)).reverse();
  if (open.length === 0 && strange.some(({ head }) => head.state !== 'closed'))
    fail('environment-replaced');
  const wanted = snapshotId ?? open[0]?.head.id;
  const at = open.findIndex(({ head }) => head.id === wanted);
  if (at === -1) fail('snapshot-unknown');
  return open.slice(how === 'forget' ? at : 0, at + 1);
}

/** What repairs that were let go of put in after the one asked for, and what is still there. */
function staying(own: readonly Noted[], chosen: readonly Noted[], facts: Facts): Change[] {
  const from = chosen.at(-1)?.head.sequence ?? Infinity;
  const later = own.filter(({ head }) => head.state === 'closed' && head.sequence > from);
  return later
    .flatMap(({ head }) => head.changes)
    .filter(({ name, to }) => to !== null && versionOf(facts.distributions, name) === to);
}

/** Looks at the whole way before the first step. Throws `undone-in-part` where it ends half-way. */
async function undoAll(rollback: Rollback, chosen: readonly Noted[]): Promise<string[]> {
  const { system, paths, target, context } = rollback;
  const ground = { system, paths, target, now: rollback.now() };
  for (const noted of chosen) await endLeftoverPrograms(ground, noted);
  if (chosen.length > 1) await requireWayBack(ground, chosen);
  const left: string[] = [];
  for (const [done, noted] of chosen.entries()) {
    const { id } = noted.head;
    context.progress('restore', message('progress.restoring-repair', { id }));
    try {
      left.push(...(await goBack(ground, noted)).left);
    } catch (error) {
      if (done === 0) throw error;
      throw undoneInPart(done, id, toProblem(error));
    }
  }
  return left;
}

function undoneInPart(count: number, snapshot: string, cause: Problem): ProblemError {
  const reasons = [message(`problem.${cause.code}`, cause.params)];
  const { detail } = cause;
  return new ProblemError({
    code: 'undone-in-part',
    params: { count, snapshot },
    reasons,
    ...(detail === undefined ? {} : { detail }),
  });
}

/** The way out of a state that cannot be put back: the environment stays as it is. */
async function forget({ system }: Rollback, chosen: readonly Noted[]): Promise<void> {
  for (const noted of chosen) {
    await close(system, noted);
    await dropHeld(system, noted.folder);
  }
}

/** All is put back by now, whoever presses cancel meanwhile: that is what has to be said. */
async function lastLook({ system, target, context }: Rollback): Promise<Diagnosis> {
  try {
    return await context.step('verify', () =>
      diagnose(system, target, { live: true, signal: context.signal }),
    );
  } catch (error) {
    if (toProblem(error).code !== 'cancelled') throw error;
    return diagnose(system, target, { live: false });
  }
}

/** What moved, as seen from now: back from the newest versions to the oldest. */
function restoredChanges(chosen: readonly Noted[]): Change[] {
  const moved = new Map<string, Change>();
  for (const change of chosen.flatMap(({ head }) => head.changes)) {
    const from = moved.get(change.name)?.from ?? change.to;
    moved.set(change.name, { name: change.name, from, to: change.from });
  }
  return [...moved.values()];
}
