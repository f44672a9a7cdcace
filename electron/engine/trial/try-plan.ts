import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import { fail, ProblemError, type Problem } from '../../../shared/problem.ts';
import type { TrialResult } from '../../../shared/trial.ts';
import { withLaunchersNow } from '../launch/launchers-now.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import type { PipOptions } from '../pip/run-pip.ts';
import type { Beside } from '../pythons/beside.ts';
import type { Repair } from '../repair/apply.ts';
import { checkResult } from '../repair/check-result.ts';
import { cleanStaging, stagingLock } from '../repair/cleaning.ts';
import { takeLock } from '../repair/environment-lock.ts';
import { fetchWheels } from '../repair/fetch-wheels.ts';
import { lookAndCompute } from '../repair/look-and-compute.ts';
import { requireUnchanged } from '../repair/prepare.ts';
import { readableBytes } from '../repair/readable-bytes.ts';
import { keepTried } from '../repair/tried-wheels.ts';
import { verificationOf } from '../verification/verify.ts';
import { besideOf } from './beside-of.ts';
import { installBeside } from './install-beside.ts';
import { withToldFlags } from './told-flags.ts';

/** One trial, and what it works with: as a repair, but for whom it tells. */
export type Trial = Omit<Repair, 'context' | 'onDownloaded'> & {
  context: OperationContext<'trial'>;
};

/**
 * Carries a plan out in a folder of ours and looks at the environment as it would be with it.
 * Nothing of the user's is touched, so ComfyUI may run meanwhile; the folder is gone at the end, but
 * for the wheels of a plan that works.
 * Throws where it could not be found out.
 */
export async function tryPlan(trial: Trial): Promise<OperationEnd> {
  const { system, plan, before, context, paths } = trial;
  const facts = await context.step('prepare', () => prepare(trial));
  if (plan.actions.length === 0) {
    const verification = verificationOf(before);
    return end(trial, { outcome: 'nothing-to-do', verification, after: before });
  }
  // Short: PyTorch's own paths are long, and Windows ends them at 260 characters.
  const staging = path.join(paths.staging, trial.newId().slice(0, 8));
  const folder = path.join(staging, 'beside');
  const alive = await takeLock(system, staging, stagingLock, trial.now());
  try {
    const ready = await context.step('download', () =>
      fetchWheels(trial, staging, watchOf(trial, 'download')),
    );
    const refused = await context.step('build', () =>
      build({ ...trial, plan: ready.plan }, staging, folder),
    );
    if (refused) return end(trial, { outcome: 'fails', problem: refused });
    const beside = await besideOf(system, plan, facts, folder);
    const told = await context.step('verify', () => verify(trial, beside));
    const works = told.result?.kind === 'trial' && told.result.trial.outcome === 'works';
    if (works) await keepTried(system, paths, plan, staging);
    return told;
  } finally {
    await alive.release();
    // What cannot be removed now, the next trial or repair takes away.
    await system.files.remove(staging).catch(ifUnanswered(undefined));
  }
}

async function prepare({
  system,
  paths,
  plan,
  target,
  before,
}: Trial): Promise<Diagnosis['facts']> {
  const facts = await requireUnchanged(system, target, plan, before);
  await cleanStaging(system, paths, plan.id);
  await system.files.makeFolder(paths.staging);
  const needed = plan.diskBytes;
  if (needed !== null && (await system.files.freeBytes(paths.staging)) < needed)
    fail('disk-full', { params: { path: paths.staging, needed: readableBytes(needed) } });
  return facts;
}

/** Answers why pip does not take the wheels, which it would not do in the environment either. */
async function build(trial: Trial, staging: string, beside: string): Promise<Problem | null> {
  const { system, plan, before, context } = trial;
  const names = plan.changes.map(({ name }) => name).join(', ');
  if (names !== '') context.progress('build', message('progress.installing', { names }));
  try {
    await installBeside(system, before, plan, { staging, beside }, watchOf(trial, 'build'));
    return null;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'pip-failed') return error.problem;
    throw error;
  }
}

async function verify(trial: Trial, beside: Beside): Promise<OperationEnd> {
  const { system, target, plan, before, context } = trial;
  context.progress('verify', message('progress.asking-python'));
  const install =
    target.install && withToldFlags(await withLaunchersNow(system, target.install), plan);
  const { after, verification } = await lookAndCompute({
    ...{ system, plan, before, context, beside },
    target: { ...target, install },
  });
  if (context.signal.aborted) fail('cancelled');
  try {
    checkResult(plan, before, after, verification);
    return end(trial, { outcome: 'works', verification, after });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'verification-failed')
      throw error;
    // Nothing was installed, and so nothing has to be put back.
    const problem: Problem = { ...error.problem, code: 'trial-failed' };
    return end(trial, { outcome: 'fails', verification, after, problem });
  }
}

function watchOf(
  { context }: Trial,
  step: 'download' | 'build',
): Required<Pick<PipOptions, 'signal' | 'onLine'>> {
  return {
    signal: context.signal,
    onLine: (line) => {
      context.log(step, line);
    },
  };
}

function end(
  { plan }: Trial,
  told: Pick<TrialResult, 'outcome'> & Partial<TrialResult>,
): OperationEnd {
  const trial = { plan, verification: null, after: null, problem: null, ...told };
  return { outcome: 'succeeded', result: { kind: 'trial', trial } };
}
