import type { Diagnosis } from '../../../shared/finding.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Verification } from '../../../shared/verification.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { compute, tryTriton, type Watch } from '../proving/compute.ts';
import type { Beside } from '../pythons/beside.ts';
import { nothingRan } from '../verification/ladder.ts';
import { verificationOf } from '../verification/verify.ts';
import { movesTriton, plannedBackends } from './planned-backends.ts';

/**
 * What a plan brings computes once, and PyTorch's own beside it; ComfyUI is left to the check.
 * `beside` where it lies in a folder of ours and was not put in.
 */
export async function computePlanned(
  system: System,
  plan: Plan,
  after: Diagnosis,
  context: Pick<OperationContext<'fix' | 'trial'>, 'signal' | 'log' | 'progress'>,
  beside?: Beside,
): Promise<Verification> {
  const watch: Watch = {
    signal: context.signal,
    onLine: (line) => {
      context.log('verify', line);
    },
    onProgress: (note, fraction) => {
      context.progress('verify', note, fraction);
    },
    ...(beside ? { beside } : {}),
  };
  const ran = await compute(system, after, watch, ['sdpa', ...plannedBackends(plan)]);
  const triton = movesTriton(plan) ? await tryTriton(system, after, watch) : null;
  return verificationOf(after, { ...nothingRan, ...ran, triton });
}
