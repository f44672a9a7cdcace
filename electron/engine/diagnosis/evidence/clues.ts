import type { Facts, Platform } from '../../../../shared/facts.ts';
import type { Said } from '../../../../shared/said.ts';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';

/**
 * What rules look at. The Facts of an environment are Clues as they stand; a log gives Clues
 * in which much is unknown. So a log and an environment go through the same rules.
 */
export type Clues = Pick<
  Facts,
  'torch' | 'xformers' | 'triton' | 'comfyui' | 'backend' | 'driver' | 'gpus' | 'live'
> & {
  platform: Platform | null;
  architecture?: Facts['architecture'];
  interpreter: Facts['interpreter'] | null;
  /** null: nobody listed the packages, so nothing may be called missing. */
  distributions: Facts['distributions'] | null;
  packageHealth: Facts['packageHealth'] | null;
  pathConfiguration: Facts['pathConfiguration'];
  toolchain?: Facts['toolchain'];
  attentionBuilds?: Facts['attentionBuilds'];
  extensions?: Facts['extensions'];
  said: readonly Said[];
  /** What the owner of a log says besides it. */
  stated?: StatedFacts;
};
