import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { tritonAbsence } from '../evidence/triton-absence.ts';

/**
 * No Triton, and nobody needs it: xFormers only says that some optimizations are off, and goes
 * on. Beside a torch for other cards there is nothing to offer: theirs comes with torch.
 */
export function tritonMissingBenign(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda') return [];
  if (clues.triton.state !== 'absent' || installed(clues, 'sageattention') !== null) return [];
  const evidence = tritonAbsence(clues);
  return evidence.length > 0 ? [findingOf('triton_missing_benign', { evidence, cost: null })] : [];
}
