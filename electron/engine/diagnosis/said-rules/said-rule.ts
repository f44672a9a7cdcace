import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import { vendorOfTorch, type TorchVendor } from '../../knowledge/cuda-family.ts';
import type { Clues } from '../evidence/clues.ts';
import type { Heard } from '../evidence/heard.ts';

/**
 * Makes something of messages that a program printed. The signatures that it `reads` are its
 * alone: a message that no rule reads speaks for the cause in its own row.
 */
export type SaidRule = {
  reads: readonly SignatureId[];
  find: (heard: Heard, clues: Clues) => Finding[];
};

/** Whose GPU it is, by every sign there is; null where there is none. */
export function vendorOfGpu(
  heard: Heard,
  clues: Clues,
): 'nvidia' | 'amd' | 'intel' | 'apple' | null {
  if (heard.has('FACT_AMD_ARCH', 'FACT_ZLUDA', 'FACT_DIRECTML')) return 'amd';
  const torch = torchVendor(clues);
  if (torch === 'rocm' || /rocm/i.test(clues.stated?.torch ?? '')) return 'amd';
  if (torch === 'xpu') return 'intel';
  const vendors = (valueOf(clues.gpus) ?? []).map((each) => each.vendor);
  if (vendors.includes('nvidia')) return 'nvidia';
  const vendor = vendors.find((each) => each !== 'other');
  return vendor ?? (clues.platform === 'darwin' ? 'apple' : null);
}

export function torchVendor(clues: Clues): TorchVendor | null {
  const torch = valueOf(clues.torch);
  return torch && vendorOfTorch(torch);
}

/** Blackwell (10.x, 12.x): newer than the kernels of most packages. */
export const firstNewCapability = 100;
