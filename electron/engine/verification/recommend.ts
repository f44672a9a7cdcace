import { valueOf, type Facts } from '../../../shared/facts.ts';
import { kernelBackendNames, type KernelBackend } from '../../../shared/kernel-backends.ts';
import { message } from '../../../shared/messages/index.ts';
import type {
  BackendRun,
  Measurement,
  Recommendation,
  Rung,
} from '../../../shared/verification.ts';
import { byMeasure, choices } from './by-measure.ts';

export type Proof = {
  rungs: readonly Rung[];
  backends: readonly BackendRun[];
  benchmark: readonly Measurement[];
};

/**
 * The one place that says which attention to use. What was measured decides; else what was
 * computed; else what fits and loads. Never what was just ruled out. Where nothing was timed, no
 * speed-up is claimed. ComfyUI takes a working xFormers by itself; PyTorch's own needs its flag
 * only where an xFormers would be in the way. Pure.
 */
export function recommend({ facts }: { facts: Facts }, proof: Proof): Recommendation {
  const version = valueOf(facts.torch)?.version ?? null;
  const pytorch = { backend: 'pytorch' as const, flag: null, speedup: null };
  if (version === null) return { ...pytorch, basis: message('recommend.no-torch') };
  const measured = byMeasure(facts, proof.benchmark);
  if (measured) return measured;
  const ruledOut = (id: KernelBackend) =>
    proof.backends.some((each) => each.id === id && each.outcome === 'fail');
  const fits = packagesPassed(proof.rungs) && !ruledOut('xformers');
  const ran = proof.backends.some((each) => each.id === 'xformers' && each.outcome === 'pass');
  if (fits) {
    const basis = message(ran ? 'recommend.xformers-ran' : 'recommend.xformers');
    return { backend: 'xformers', flag: null, speedup: null, basis };
  }
  if (ruledOut('sdpa')) {
    const left = choices.find(({ id }) =>
      proof.backends.some((each) => each.id === id && each.outcome === 'pass'),
    );
    if (!left) return { ...pytorch, basis: message('recommend.nothing', { version }) };
    const basis = message('recommend.left', { name: kernelBackendNames[left.id] });
    return { backend: left.backend, flag: left.flag, speedup: null, basis };
  }
  const installed = facts.xformers.state === 'known';
  if (!installed) return { ...pytorch, basis: message('recommend.pytorch-only', { version }) };
  const failed = ruledOut('xformers') || packageRungs(proof.rungs).some(isFailed);
  return {
    ...pytorch,
    flag: failed ? '--use-pytorch-cross-attention' : null,
    basis: message('recommend.pytorch', { version }),
  };
}

function packageRungs(rungs: readonly Rung[]): Rung[] {
  const ids: readonly Rung['id'][] = ['attribute', 'extension', 'metadata', 'operators'];
  return rungs.filter((each) => ids.includes(each.id));
}
function packagesPassed(rungs: readonly Rung[]): boolean {
  return packageRungs(rungs).every((each) => each.outcome === 'pass');
}
function isFailed(each: Rung): boolean {
  return each.outcome === 'fail';
}
