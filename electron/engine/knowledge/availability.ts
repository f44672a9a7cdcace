import type { PlannableGoal } from '../../../shared/goal.ts';
import { acceleratorServes } from './accelerator-cards.ts';
import type { Surroundings } from './surroundings.ts';
import { newerTorches } from './torch-candidates.ts';
import { cudaVariantsFor } from './torch-choice.ts';
import { tritonFor } from './triton-fit.ts';
import { xformersFor } from './xformers-releases.ts';

/** Whether anything was ever published that a plan for this goal could bring here. */
export function isPublishedFor(goal: PlannableGoal, here: Surroundings): boolean {
  switch (goal) {
    case 'recommended':
    case 'pytorch-attention':
    case 'repair':
      return true;
    case 'xformers':
      return xformersFor(here).length > 0;
    case 'triton':
      // A log may not tell the system; then nothing is known against it.
      return here.platform === null || tritonFor(here) !== null;
    case 'torch-cuda':
      return cudaVariantsFor(here).length > 0;
    case 'upgrade-stack':
      return newerTorches(here).length > 0;
    case 'sageattention':
      // The release on PyPI is all Python, and needs a Triton.
      return acceleratorServes('sageattention', here) && tritonFor(here) !== null;
    case 'flash-attn':
      // PyPI has its source alone: only an index of the user's own may have a wheel.
      return false;
  }
}
