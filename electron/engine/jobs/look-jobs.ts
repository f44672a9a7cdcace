import type { Diagnosis } from '../../../shared/finding.ts';
import type { Goal } from '../../../shared/goal.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import { contradictionsIn, refineFacts, toDiagnosis } from '../examination/diagnose.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import { unlessCancelled } from '../machine/patience.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { makePlan } from '../planning/make-plan.ts';
import { journalsOf, snapshotsFor } from '../repair/journals.ts';
import { hasInterrupted } from '../repair/prepare.ts';
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
    const files = await context.step('inspect', () =>
      gatherStaticFacts(whileWanted(system, context.signal), target),
    );
    const facts = live
      ? await context.step('probe', () => {
          context.progress('probe', message('progress.asking-python'));
          return refineFacts(system, target, files, {
            signal: context.signal,
            onLine: (line) => {
              context.log('probe', line);
            },
            onBroken: context.broken,
          });
        })
      : files;
    const mirror = system.environment.ATTENTION_DOCTOR_TORCH_INDEX;
    const diagnosis = toDiagnosis(target, facts, performance.now() - begin, mirror);
    diagnosis.broken?.forEach(context.broken);
    for (const text of contradictionsIn(diagnosis))
      context.log('inspect', { stream: 'stderr', text });
    return diagnosis;
  }

  async function diagnoseJob(
    context: OperationContext<'diagnose'>,
    targetId: string,
    live: boolean,
  ): Promise<OperationEnd> {
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const diagnosis = await look(context, target, live);
    await context.step('judge', () => {
      for (const finding of diagnosis.findings) context.finding(finding);
      return Promise.resolve();
    });
    await memory.keepResult(targetId, diagnosis.verdict, options.clock());
    const { id } = target.environment;
    const journals = await journalsOf(system, paths, id, diagnosis.facts);
    const problem = (await hasInterrupted(system, paths, id, journals))
      ? { code: 'interrupted-repair' as const }
      : diagnosis.problem;
    return {
      result: {
        kind: 'diagnose',
        diagnosis: { ...diagnosis, problem },
        snapshots: snapshotsFor(journals.own),
      },
    };
  }

  async function planJob(
    context: OperationContext<'plan'>,
    targetId: string,
    goal: Goal,
  ): Promise<OperationEnd> {
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const diagnosis = asked(await look(context, target, true));
    // What is half done is no ground to plan on: it has to be brought to an end first.
    const { id } = target.environment;
    const journals = await journalsOf(system, paths, id, diagnosis.facts);
    if (await hasInterrupted(system, paths, id, journals)) fail('interrupted-repair');
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
    const target = await unlessCancelled(context.signal, () => targets.target(targetId));
    const diagnosis = asked(await look(context, target, true));
    const verification = await context.step('climb', () =>
      Promise.resolve(verificationOf(diagnosis)),
    );
    return { result: { kind: 'verify', verification } };
  }

  /** What stands on a live Python cannot go on where the user has to be asked first. */
  function asked(diagnosis: Diagnosis): Diagnosis {
    if (diagnosis.problem?.code === 'consent-needed') throw new ProblemError(diagnosis.problem);
    return diagnosis;
  }

  return { diagnose: diagnoseJob, plan: planJob, verify: verifyJob };
}
