import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { takeLock, type Lock } from '../repair/environment-lock.ts';
import { fix as runFix } from '../repair/fix.ts';
import { lockName } from '../repair/prepare.ts';
import { rollBack, type Rollback } from '../repair/roll-back.ts';
import { keepDownload } from '../state/speeds.ts';
import { tryPlan } from '../trial/try-plan.ts';
import type { Known, WithHistory } from './job-options.ts';
import { noteFix, noteRollback } from './note-repairs.ts';
import { renewProtection } from './protect-job.ts';

/** The jobs about a change of an environment, each under its lock: fix, trial and rollback. */
export function createRepairJobs(options: WithHistory) {
  const { system, paths, targets, consents, history, memory } = options;

  function lockOf(environmentId: string): Promise<Lock> {
    return takeLock(system, paths.locks, lockName(environmentId), options.clock());
  }

  /** Where it cannot be, the next look says that the protection is of another day. */
  async function renewed(
    context: OperationContext<'fix'> | OperationContext<'rollback'>,
    targetId: string,
    { result, ...end }: OperationEnd,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const seen = result?.kind === 'fix' ? result.fix.after : null;
    const now = await renewProtection(system, target, seen?.facts ?? null, ({ code }) => {
      context.log('verify', { stream: 'stderr', text: `protection not renewed: ${code}` });
    });
    if (result?.kind === 'fix' && result.fix.after) {
      const fix = { ...result.fix, after: { ...result.fix.after, ...now } };
      return { ...end, result: { ...result, fix } };
    }
    if (result?.kind === 'rollback' && result.diagnosis)
      return { ...end, result: { ...result, diagnosis: { ...result.diagnosis, ...now } } };
    return { ...end, result };
  }

  async function fixJob(context: OperationContext<'fix'>, known: Known): Promise<OperationEnd> {
    const { plan, diagnosis } = known;
    const target = await targets.target(plan.targetId);
    // It may have become another program since the plan was made: told before anything begins.
    await consents.require(target.environment.executable);
    const lock = await lockOf(plan.environmentId);
    try {
      await history.look(target, diagnosis.facts);
      const end = await runFix({
        system,
        paths,
        now: options.clock,
        newId: options.newId,
        target,
        plan,
        before: diagnosis,
        context,
        savedBytes: options.settings.savedBytes(),
        onDownloaded: (measured) => keepDownload(system, paths.speeds, measured),
      });
      const after = end.result?.kind === 'fix' ? end.result.fix.after : null;
      if (after) await memory.keepResult(plan.targetId, after.verdict, options.clock());
      return await renewed(context, plan.targetId, await noteFix(history, target, end));
    } finally {
      await lock.release();
    }
  }

  async function trialJob(context: OperationContext<'trial'>, known: Known): Promise<OperationEnd> {
    const { plan, diagnosis } = known;
    const target = await targets.target(plan.targetId);
    await consents.require(target.environment.executable);
    // What is being changed meanwhile could not be looked at.
    const lock = await lockOf(plan.environmentId);
    const { clock: now, newId } = options;
    try {
      return await tryPlan({ system, paths, now, newId, target, plan, before: diagnosis, context });
    } finally {
      await lock.release();
    }
  }

  async function rollbackJob(
    context: OperationContext<'rollback'>,
    targetId: string,
    { snapshotId, how }: Pick<Rollback, 'snapshotId' | 'how'>,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const lock = await lockOf(target.environment.id);
    try {
      const now = options.clock;
      const end = await rollBack({ system, paths, now, target, snapshotId, how, context });
      if (end.result?.kind === 'rollback' && end.result.rollback.outcome !== 'forgotten')
        await memory.keepResult(targetId, end.result.diagnosis?.verdict ?? null, now());
      return await renewed(context, targetId, await noteRollback(history, target, end));
    } finally {
      await lock.release();
    }
  }

  return { fix: fixJob, trial: trialJob, rollback: rollbackJob };
}
