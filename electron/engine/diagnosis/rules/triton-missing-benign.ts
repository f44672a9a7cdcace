import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../clues.ts';
import { installed } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { tritonAbsence } from '../triton-absence.ts';

/** No Triton, and nobody needs it: xFormers only says that some optimizations are off, and goes on. */
export function tritonMissingBenign(clues: Clues): Finding[] {
  if (clues.triton.state !== 'absent' || installed(clues, 'sageattention') !== null) return [];
  const evidence = tritonAbsence(clues);
  return evidence.length > 0 ? [findingOf('triton_missing_benign', { evidence, cost: null })] : [];
}
