import { valueOf, type Facts } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Rung, Verification } from '../../../shared/verification.ts';

/**
 * Which attention to use, by what was proven. Nothing was timed, so no speed-up is claimed.
 * ComfyUI takes a working xFormers by itself; PyTorch's own needs its flag only where a
 * broken xFormers would be in the way.
 */
export function recommend(facts: Facts, rungs: readonly Rung[]): Verification['recommended'] {
  const proven = rungs.every((each) => each.outcome === 'pass');
  if (proven) {
    return { backend: 'xformers', flag: null, speedup: null, basis: message('recommend.xformers') };
  }
  const installed = facts.xformers.state === 'known';
  const failed = rungs.some((each) => each.outcome === 'fail');
  const version = valueOf(facts.torch)?.version ?? null;
  return {
    backend: 'pytorch',
    flag: installed && failed ? '--use-pytorch-cross-attention' : null,
    speedup: null,
    basis:
      version === null
        ? message('recommend.no-torch')
        : message(installed ? 'recommend.pytorch' : 'recommend.pytorch-only', { version }),
  };
}
