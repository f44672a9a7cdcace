import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import {
  cudaXformersBeside,
  demandedCudaPackages,
  torchFor,
} from '../evidence/cuda-only-packages.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** CUDA-only packages beside a torch for Intel cards (XPU). */
export function intelXpuUnsupported(clues: Clues): Finding[] {
  const torch = torchFor(clues, 'xpu');
  if (!torch) return [];
  const evidence = [...cudaXformersBeside(clues, 'xpu'), ...demandedCudaPackages(clues)];
  return evidence.length > 0 ? [findingOf('intel_xpu_unsupported', { evidence })] : [];
}
