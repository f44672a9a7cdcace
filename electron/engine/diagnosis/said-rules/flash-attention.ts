import type { Finding } from '../../../../shared/finding.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf } from '../evidence/graphics-cards.ts';
import { firstNewCapability, vendorOfGpu, type SaidRule } from './said-rule.ts';

/**
 * "FlashAttention only supports Ampere GPUs or newer" is said to old cards, and by older
 * builds to Blackwell too, because they test for a list of major versions.
 */
export const flashNeedsAmpere: SaidRule = {
  reads: ['FA_AMPERE'],
  find(heard, clues) {
    const line = heard.first('FA_AMPERE');
    if (!line) return [];
    const evidence = [saidEvidence(line)];
    if (vendorOfGpu(heard, clues) === 'amd') return [findingOf('amd_unsupported', { evidence })];
    const capability = capabilityOf(clues);
    const tooOld = (confidence: Finding['confidence']) =>
      findingOf('attention_gpu_too_old', { evidence, confidence });
    if (capability === null) {
      return [tooOld('low'), findingOf('attention_gpu_too_new', { evidence, confidence: 'low' })];
    }
    return capability >= firstNewCapability
      ? [findingOf('attention_gpu_too_new', { evidence })]
      : [tooOld('high')];
  },
};
