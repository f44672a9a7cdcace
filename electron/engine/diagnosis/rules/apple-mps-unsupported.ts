import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import { demandedCudaPackages } from '../evidence/cuda-only-packages.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** No attention package is made for macOS; what is merely installed there is not used. */
export function appleMpsUnsupported(clues: Clues): Finding[] {
  if (clues.platform !== 'darwin') return [];
  const evidence = demandedCudaPackages(clues);
  return evidence.length > 0 ? [findingOf('apple_mps_unsupported', { evidence })] : [];
}
