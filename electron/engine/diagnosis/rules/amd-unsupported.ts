import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import { cudaXformersBeside } from '../evidence/cuda-only-packages.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** An xFormers for NVIDIA beside a torch for AMD cards (ROCm). */
export function amdUnsupported(clues: Clues): Finding[] {
  const evidence = cudaXformersBeside(clues, 'rocm');
  return evidence.length > 0 ? [findingOf('amd_unsupported', { evidence })] : [];
}
