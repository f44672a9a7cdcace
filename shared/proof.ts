import type { Verification } from './verification.ts';

/**
 * What a ladder proves, in the words that every page, the command line and the report use:
 * `works` and `works-cpu` only where attention was computed and the numbers were right; `fits`
 * where no kernel has run.
 */
export const proofs = ['works', 'works-cpu', 'fits', 'failed', 'partly', 'nothing'] as const;
export type Proof = (typeof proofs)[number];

/** A rung that fell counts first, then one that could not be told: a later rung hides neither. */
export function proofOf({ rungs, backends }: Pick<Verification, 'rungs' | 'backends'>): Proof {
  const outcomes = new Set(rungs.map((each) => each.outcome));
  if (outcomes.has('fail')) return 'failed';
  if (outcomes.has('unknown')) return 'partly';
  const ran = rungs.find((each) => each.id === 'runs');
  if (ran?.outcome === 'pass') {
    const onCpu = backends
      .filter((each) => each.outcome === 'pass')
      .every((each) => each.device === 'cpu');
    return onCpu ? 'works-cpu' : 'works';
  }
  return outcomes.has('pass') ? 'fits' : 'nothing';
}
