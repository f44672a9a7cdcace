import type { Diagnosis } from '../../../shared/finding.ts';
import type { Goal } from '../../../shared/goal.ts';
import { message } from '../../../shared/messages/index.ts';
import { refineFacts, toDiagnosis } from '../diagnosis/diagnose.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import type { OperationContext, OperationEnd } from '../operation-runner.ts';
import { makePlan } from '../planning/make-plan.ts';
import { interruptedRepairs } from '../repair/prepare.ts';
import { listSnapshots } from '../repair/snapshot-store.ts';
import { verificationOf } from '../verification/verify.ts';
import type { JobOptions } from './job-options.ts';

/** The jobs that look at an environment and change nothing: diagnose, plan, verify. */
export function createLookJobs(options: JobOptions) {
  const { system, paths, targets, plans, memory } = options;

  /** The steps that all three begin with. Engine time only, not what a caller adds. */
  async function look<K extends 'diagnose' | 'plan' | 'verify'>(
    context: OperationContext<K>,
    target: Target,
    live: boolean,
  ): Promise<Diagnosis> {
    const begin = performance.now();
    const files = await context.step('inspect', () => gatherStaticFacts(system, target));
    const facts = live
      ? await context.step('probe', () => {
          context.progress('probe', message('progress.asking-python'));
          return refineFacts(system, target, files, {
            signal: context.signal,
            onLine: (line) => {
              context.log('probe', line);
            },
          });
        })
      : files;
    return toDiagnosis(target, facts, performance.now() - begin);
  }

  async function diagnoseJob(
    context: OperationContext<'diagnose'>,
    targetId: string,
    live: boolean,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await look(context, target, live);
    await context.step('judge', () => {
      for (const finding of diagnosis.findings) context.finding(finding);
      return Promise.resolve();
    });
    await memory.keepResult(targetId, diagnosis.verdict, options.clock());
    const pending = await interruptedRepairs(system, paths, target.environment.id);
    const problem =
      pending.length > 0 ? { code: 'interrupted-repair' as const } : diagnosis.problem;
    return {
      result: {
        kind: 'diagnose',
        diagnosis: { ...diagnosis, problem },
        snapshots: await listSnapshots(system, paths.snapshots(target.environment.id)),
      },
    };
  }

  async function planJob(
    context: OperationContext<'plan'>,
    targetId: string,
    goal: Goal,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await look(context, target, true);
    const plan = await context.step('resolve', () => {
      context.progress('resolve', message('progress.resolving'));
      return makePlan(system, diagnosis, goal, {
        signal: context.signal,
        onLine: (line) => {
          context.log('resolve', line);
        },
      });
    });
    plans.set(plan.id, { plan, diagnosis });
    return { result: { kind: 'plan', plan } };
  }

  async function verifyJob(
    context: OperationContext<'verify'>,
    targetId: string,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await look(context, target, true);
    const verification = await context.step('climb', () =>
      Promise.resolve(verificationOf(diagnosis)),
    );
    return { result: { kind: 'verify', verification } };
  }

  return { diagnose: diagnoseJob, plan: planJob, verify: verifyJob };
}
