import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf } from '../evidence/graphics-cards.ts';
import type { Heard } from '../evidence/heard.ts';
import { firstNewCapability, vendorOfGpu, type SaidRule } from './said-rule.ts';

/**
 * ROCm's libraries have no code for this AMD card, or are of another release than torch. What
 * ComfyUI only tries at start, and goes on without, is no fault.
 */
export const rocmKernels: SaidRule = {
  reads: ['PT_HIP_KERNELS', 'PT_XF_HIP_ON_CUDA', 'PT_BAD_IMAGE'],
  find(heard, clues) {
    const image = heard.first('PT_BAD_IMAGE');
    const hip = heard
      .all('PT_HIP_KERNELS', 'PT_XF_HIP_ON_CUDA')
      .filter((line) => !isTrial(line, heard));
    const isAmd = vendorOfGpu(heard, clues) === 'amd';
    const lines = [...(image && (isAmd || hip.length > 0) ? [image] : []), ...hip];
    if (lines.length > 0) return [withoutKernels(lines)];
    const capability = capabilityOf(clues);
    return image && capability !== null && capability >= firstNewCapability
      ? [
          findingOf('torch_missing_new_gpu_arch', {
            evidence: [saidEvidence(image)],
            confidence: 'medium',
          }),
        ]
      : [];
  },
};

/** ComfyUI on AMD runs one attention at start to see whether it can. */
function isTrial(line: Said, heard: Heard): boolean {
  return heard.all('CF_FLASH_DISABLED').some((each) => each.line === line.line);
}

function withoutKernels(lines: readonly Said[]) {
  return findingOf('amd_unsupported', {
    evidence: lines.slice(0, 4).map(saidEvidence),
    title: message('finding.amd_unsupported.title-kernels'),
    explanation: message('finding.amd_unsupported.explanation-kernels'),
    cost: message('finding.wrong_vendor_torch_build.cost'),
    remedies: [
      { goal: null, fixKind: 'other', fixDetail: 'install_vendor_torch' },
      { goal: null, fixKind: 'other', fixDetail: 'use_supported_backend' },
    ],
    advice: message('advice.install_vendor_torch.rocm'),
  });
}
