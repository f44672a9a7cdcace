import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { binaryMismatch } from '../evidence/binary-mismatch.ts';
import type { Clues } from '../evidence/clues.ts';
import { sageFlag } from '../evidence/wanted.ts';

/** SageAttention compiled for another torch, CUDA major or Python. Triton missing below it is another rule's case. */
export function sageattentionBinaryMismatch(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda') return [];
  return binaryMismatch(clues, torch, {
    cause: 'sageattention_binary_mismatch',
    name: 'sageattention',
    module: 'sageattention',
    flag: sageFlag,
  });
}
