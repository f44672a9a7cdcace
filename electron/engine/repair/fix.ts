import path from 'node:path';
import { message } from '../../../shared/messages/index.ts';
import {
  brokenPart,
  isRefusal,
  ProblemError,
  toProblem,
  type Problem,
} from '../../../shared/problem.ts';
import type { FixResult } from '../../../shared/report.ts';
import { gatherStaticFacts } from '../inspection/gather-static-facts.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { isMistake } from '../mistakes/parts.ts';
import type { OperationEnd } from '../operations/operation-runner.ts';
import { isToldUnknown, requireNotRunning } from '../preconditions/require-not-running.ts';
import { requireOwnersClosed } from '../preconditions/require-owners-closed.ts';
import { apply, type Begun, type Repair } from './apply.ts';
import { clean, stagingLock } from './cleaning.ts';
import { takeLock } from './environment-lock.ts';
import { fetchWheels } from './fetch-wheels.ts';
import { readHead } from './journal.ts';
import { interrupted, journalsOf, listSnapshots } from './journals.ts';
import { endInterrupted, requireSpace, requireUnchanged, tidyPlace } from './prepare.ts';
import { settingsOf } from './touched-settings.ts';
import { climb } from '../verification/ladder.ts';
import { undoNow } from './way-back.ts';

/**
 * Snapshot, act, verify, keep or undo. The caller holds the lock of the state folder. A Problem
 * before anything was changed by us is thrown; from the download on the answer says what became
 * of it.
 */
export async function fix(repair: Repair): Promise<OperationEnd> {
  const { system, plan, context, paths } = repair;
  const log: string[] = [];
  await context.step('prepare', () => prepare(repair));
  if (plan.actions.length === 0) return end(repair, { outcome: 'nothing-to-do', log });
  const staging = path.join(paths.staging, repair.newId());
  const alive = await takeLock(system, staging, stagingLock, repair.now());
  const begun: Begun = { journal: null, lock: null, installing: false };
  const watch = (step: 'download' | 'install') => ({
    signal: context.signal,
    onLine: (line: { stream: 'stdout' | 'stderr' | 'command'; text: string }) => {
      log.push(line.text);
      context.log(step, line);
    },
  });
  try {
    const fetched = await context.step('download', () =>
      fetchWheels(repair, staging, watch('download')),
    );
    const ready = { ...repair, plan: fetched.plan };
    const work = { staging, wheels: fetched.wheels, begun, watch: watch('install') };
    const applied = await apply(ready, work);
    const snapshotId = begun.journal?.head.id ?? null;
    return await end(repair, { outcome: 'fixed', log, snapshotId, ...applied });
  } catch (error) {
    return await undo(repair, begun, causeOf(error, context), log);
  } finally {
    await alive.release();
    await begun.lock?.release();
    if (begun.journal === null || (await isOver(system, begun.journal.folder)))
      await system.files.remove(staging).catch(ifUnanswered(undefined)); // the next repair cleans up
  }
}

async function prepare(repair: Repair): Promise<void> {
  const { system, paths, plan, target, before, context } = repair;
  await requireNotRunning(system, target, { unknownIsAccepted: isToldUnknown(plan) });
  await requireOwnersClosed(system, settingsOf(plan));
  const facts = await gatherStaticFacts(system, target);
  const journals = await journalsOf(system, paths, plan.environmentId, facts);
  const isInterrupted = interrupted([...journals.own, ...journals.strange]).length > 0;
  if (isInterrupted) {
    context.progress('prepare', message('progress.recovering'));
    await endInterrupted(system, paths, target, facts, repair.now());
  }
  await requireUnchanged(system, target, plan, before, isInterrupted ? undefined : facts);
  await tidyPlace(system, facts, repair.now());
  const wishes = { planId: plan.id, savedBytes: repair.savedBytes };
  await clean(system, paths, plan.environmentId, journals.own, repair.now(), wishes);
  await requireSpace(system, paths, plan);
}

async function undo(
  repair: Repair,
  { journal, installing }: Begun,
  problem: Problem,
  log: string[],
): Promise<OperationEnd> {
  const { system, paths, target, context } = repair;
  let left: string[] = [];
  let outcome: FixResult['outcome'] = problem.code === 'cancelled' ? 'cancelled' : 'undone';
  if (journal) {
    try {
      await context.step('undo', async () => {
        const count = journal.territory.taken.length;
        context.progress('undo', message('progress.restoring', { count }));
        const ground = { system, paths, target, now: repair.now() };
        const returned = await undoNow(ground, journal);
        left = returned.left;
        // Another installer was faster: its package stays, and what we replaced is gone with it.
        if (returned.end === 'closed') outcome = 'needs-attention';
      });
    } catch (error) {
      return end(repair, { outcome: 'needs-attention', log, problem: toProblem(error) });
    }
  }
  if (!installing && isRefusal(problem.code)) throw new ProblemError(problem);
  return end(repair, { outcome, log, problem, left });
}

/** Whether nothing can be interrupted any more: until then its wheels tell our files from others'. */
async function isOver(system: System, folder: string): Promise<boolean> {
  const state = (await readHead(system, folder))?.state;
  return state !== 'pending' && state !== 'restoring';
}

async function end(
  repair: Repair,
  told: Pick<FixResult, 'outcome' | 'log'> & Partial<FixResult>,
): Promise<OperationEnd> {
  const { plan, before, system, paths, target } = repair;
  const fixResult: FixResult = {
    plan,
    before,
    after: null,
    verification: null,
    rungsBefore: climb(before.facts),
    changes: told.outcome === 'fixed' ? plan.changes : [],
    snapshotId: null,
    problem: null,
    left: [],
    ...told,
  };
  const facts = told.after?.facts ?? (await gatherStaticFacts(system, target));
  const snapshots = await listSnapshots(system, paths, plan.environmentId, facts);
  const good = told.outcome === 'fixed' || told.outcome === 'nothing-to-do';
  return {
    outcome: good ? 'succeeded' : told.outcome === 'cancelled' ? 'cancelled' : 'failed',
    problem: told.problem ?? null,
    result: { kind: 'fix', fix: fixResult, snapshots },
  };
}

function causeOf(error: unknown, { signal, broken }: Repair['context']): Problem {
  if (signal.aborted && isMistake(error)) broken(brokenPart('fix', error));
  if (signal.aborted) return { code: 'cancelled' };
  return error instanceof ProblemError ? error.problem : toProblem(error);
}
