import type { Diagnosis } from '../../../shared/finding.ts';
import type { Verification } from '../../../shared/verification.ts';
import { climb } from './ladder.ts';
import { recommend } from './recommend.ts';

/** The ladder and the recommendation for a live diagnosis. Pure. */
export function verificationOf(diagnosis: Diagnosis): Verification {
  const rungs = climb(diagnosis.facts);
  return {
    targetId: diagnosis.targetId,
    rungs,
    recommended: recommend(diagnosis.facts, rungs),
    elapsedMs: diagnosis.elapsedMs,
  };
}
