import type { PlannableGoal } from '../../../shared/goal.ts';
import type { Surroundings } from './surroundings.ts';
import { cudaVariantsFor } from './torch-choice.ts';
import { tritonFor } from './triton-fit.ts';
import { xformersFor } from './xformers-releases.ts';

/** Whether anything was ever published that a plan for this goal could bring here. */
export function isPublishedFor(goal: PlannableGoal, here: Surroundings): boolean {
  switch (goal) {
    case 'recommended':
      return true;
    case 'xformers':
      return xformersFor(here).length > 0;
    case 'triton':
      // A log may not tell the system; then nothing is known against it.
      return here.platform === null || tritonFor(here) !== null;
    case 'torch-cuda':
      return cudaVariantsFor(here).length > 0;
  }
}
