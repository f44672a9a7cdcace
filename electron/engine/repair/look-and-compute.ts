import type { Diagnosis } from '../../../shared/finding.ts';
import type { KernelBackend } from '../../../shared/kernel-backends.ts';
import type { KernelReport } from '../../../shared/kernel-report.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Verification } from '../../../shared/verification.ts';
import { diagnose } from '../examination/diagnose.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { bothEnded } from '../machine/both-ended.ts';
import { eitherSignal } from '../machine/either-signal.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { atTheSameTime, compute, computeAll, tryTriton, type Watch } from '../proving/compute.ts';
import type { Beside } from '../pythons/beside.ts';
import { backendsToTry } from '../verification/backends-to-try.ts';
import { nothingRan } from '../verification/ladder.ts';
import { verificationOf } from '../verification/verify.ts';
import { movesTriton, plannedBackends } from './planned-backends.ts';
import type { WarmProof } from './warm-proof.ts';

type Looked = { after: Diagnosis; verification: Verification };
type Work = {
  system: System;
  target: Target;
  plan: Plan;
  before: Diagnosis;
  context: Pick<OperationContext<'fix' | 'trial'>, 'signal' | 'log' | 'progress'>;
  /** Where the packages of the plan lie in a folder of ours and were not put in. */
  beside?: Beside;
  /** Pythons that wait already; they have been told to go on. */
  warm?: WarmProof | null;
};

/**
 * A fresh look at the environment, and what the plan brought computes once, with PyTorch's own
 * beside it; a start of ComfyUI is left to the check. Where the machine has room for it, what can
 * be foretold to compute does so while the live Python still answers.
 */
export async function lookAndCompute(work: Work): Promise<Looked> {
  const { system, target, plan, context, beside, warm } = work;
  const wanted = wantedBackends(plan);
  const ended = new AbortController();
  const { signal } = context;
  const look = async (): Promise<Diagnosis> => {
    try {
      return await diagnose(system, target, {
        ...{ live: true, signal },
        ...(beside ? { beside } : {}),
        ...(warm ? { alive: warm.alive } : {}),
      });
    } catch (error) {
      ended.abort();
      throw error;
    }
  };
  // Whoever undoes this afterwards has to find nobody at work in the environment.
  const [after, early] = await bothEnded(
    look(),
    computeForetold(work, wanted, eitherSignal(signal, ended.signal)),
  );
  const watch = watchOf(work, signal);
  const ran = await compute(system, after, watch, wanted, early);
  const triton = movesTriton(plan) ? await tryTriton(system, after, watch) : null;
  return { after, verification: verificationOf(after, { ...nothingRan, ...ran, triton }) };
}

/** By what was known before, and what the plan brings; what it gets wrong is made good afterwards. */
async function computeForetold(
  work: Work,
  wanted: readonly KernelBackend[],
  signal: AbortSignal,
): Promise<ReadonlyMap<KernelBackend, KernelReport>> {
  const { system, target, warm } = work;
  // The live Python imports torch as well.
  const room = atTheSameTime(system) - 1;
  if (room < 1) return new Map();
  const start = foretold(work, wanted).filter((each) => !warm?.backends.includes(each));
  const [computed, reports] = await bothEnded(
    computeAll(system, target.environment, watchOf(work, signal), start, room),
    warm?.reports ?? Promise.resolve(new Map()),
  );
  return new Map([...computed, ...reports]);
}

/** What a repair computes: what it brought, and PyTorch's own beside it. */
export function wantedBackends(plan: Plan): KernelBackend[] {
  return ['sdpa', ...plannedBackends(plan)];
}

/** Which of them can compute here, as far as that was known before. */
export function foretold(
  { plan, before }: Pick<Work, 'plan' | 'before'>,
  wanted: readonly KernelBackend[],
): KernelBackend[] {
  const brought = plan.changes.flatMap(({ name, to }) =>
    to === null ? [] : [{ name, version: to, location: '', hasRecord: true }],
  );
  const distributions = [...before.facts.distributions, ...brought];
  return backendsToTry({ ...before.facts, distributions }, wanted).start;
}

export function watchOf(
  { context, beside }: Pick<Work, 'context' | 'beside'>,
  signal: AbortSignal,
): Watch {
  return {
    signal,
    onLine: (line) => {
      context.log('verify', line);
    },
    onProgress: (note, fraction) => {
      context.progress('verify', note, fraction);
    },
    ...(beside ? { beside } : {}),
  };
}
