import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf, oldestCommonCapability } from '../evidence/graphics-cards.ts';
import { vendorOfGpu, type SaidRule } from './said-rule.ts';
import { tritonVersionRemedy } from './triton.ts';
import type { Heard } from '../evidence/heard.ts';

/**
 * Triton's own compiler gives up on a kernel. Below Turing it never could (facts of the card); on
 * another vendor's card the package was not written for it; else this Triton is of another age
 * than the card or torch.
 */
export const tritonCompilation: SaidRule = {
  reads: ['TR_PASS_FAILED'],
  find(heard, clues) {
    const lines = heard.all('TR_PASS_FAILED');
    if (lines.length === 0) return [];
    return [byCard(heard, clues, lines.slice(0, 3).map(saidEvidence))];
  },
};

function byCard(heard: Heard, clues: Clues, evidence: Finding['evidence']): Finding {
  switch (vendorOfGpu(heard, clues)) {
    case 'amd':
      return findingOf('amd_unsupported', { evidence });
    case 'intel':
      return findingOf('intel_xpu_unsupported', { evidence });
    case 'apple':
      return findingOf('apple_mps_unsupported', { evidence });
    default: {
      const capability = capabilityOf(clues);
      if (capability !== null && capability < oldestCommonCapability)
        return findingOf('attention_gpu_too_old', { evidence });
      const text = evidence.map((each) => each.said?.text ?? '').join('\n');
      return findingOf('triton_version_mismatch', {
        evidence,
        confidence: capability === null ? 'low' : 'medium',
        remedies: [tritonVersionRemedy(text, clues)],
      });
    }
  }
}
