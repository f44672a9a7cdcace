import type { Known } from '../create-engine.ts';
import type { OperationContext, OperationEnd } from '../operation-runner.ts';
import { lockEnvironment } from '../repair/environment-lock.ts';
import { fix as runFix } from '../repair/fix.ts';
import { rollBack } from '../repair/roll-back.ts';
import type { JobOptions } from './job-options.ts';

/** The jobs that change an environment, each under its lock: fix and rollback. */
export function createRepairJobs(options: JobOptions) {
  const { system, paths, targets } = options;

  async function fixJob(context: OperationContext<'fix'>, known: Known): Promise<OperationEnd> {
    const { plan, diagnosis } = known;
    const target = await targets.target(plan.targetId);
    const release = await lockEnvironment(system, paths.lock(plan.environmentId), options.clock());
    try {
      return await runFix({
        system,
        paths,
        now: options.clock,
        newId: options.newId,
        target,
        plan,
        before: diagnosis,
        context,
      });
    } finally {
      await release();
    }
  }

  async function rollbackJob(
    context: OperationContext<'rollback'>,
    targetId: string,
    snapshotId: string | null,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const release = await lockEnvironment(
      system,
      paths.lock(target.environment.id),
      options.clock(),
    );
    try {
      return await rollBack({ system, paths, now: options.clock, target, snapshotId, context });
    } finally {
      await release();
    }
  }

  return { fix: fixJob, rollback: rollbackJob };
}
