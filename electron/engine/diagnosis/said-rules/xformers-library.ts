import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { vendorOfGpu, type SaidRule } from './said-rule.ts';

/**
 * xFormers' compiled part did not load. Its banner says for which torch it was built, and
 * which one is there; the reason is on the side that is wrong. The Python in the banner is
 * never the reason as long as the minor version is the same, and the CUDA number is that of
 * the compiler (NVCC), as CI writes it.
 */
export const xformersLibrary: SaidRule = {
  reads: [
    'XF_INVALID_LIB',
    'XF_BUILT_FOR_TORCH',
    'XF_INVALID_LIB_NO_META',
    'XF_NOT_BUILT',
    'XF_NO_SUCH_OPERATOR',
    'XF_COULD_NOT_RUN',
  ],
  find(heard, clues) {
    const banner = heard.first('XF_BUILT_FOR_TORCH');
    if (banner) return [ofBanner(banner, vendorOfGpu(heard, clues))];
    const nameless = heard.first('XF_INVALID_LIB_NO_META', 'XF_INVALID_LIB');
    if (nameless) {
      return [
        findingOf('xformers_torch_mismatch', {
          confidence: 'medium',
          evidence: [saidEvidence(nameless)],
        }),
      ];
    }
    const missing = heard.all('XF_NOT_BUILT', 'XF_NO_SUCH_OPERATOR', 'XF_COULD_NOT_RUN');
    if (missing.length === 0) return [];
    // ck is AMD's Composable Kernel: nobody else has those operators.
    const kernels = missing.some((line) => /_ck\b|[\\/]ck\.py/.test(line.text));
    if (kernels || vendorOfGpu(heard, clues) === 'amd') {
      return [
        findingOf('amd_unsupported', {
          evidence: missing.slice(0, 3).map(saidEvidence),
          remedies: [{ goal: null, fixKind: 'remove_xformers' }],
        }),
      ];
    }
    return [
      findingOf('xformers_incomplete_build', { evidence: missing.slice(0, 3).map(saidEvidence) }),
    ];
  },
};

function ofBanner(banner: Said, vendor: ReturnType<typeof vendorOfGpu>) {
  const { torch = '', built: wanted = '' } = banner.values;
  const evidence = [saidEvidence(banner)];
  if (/\+(xpu|rocm)/.test(torch)) {
    return findingOf(torch.includes('xpu') ? 'intel_xpu_unsupported' : 'amd_unsupported', {
      evidence,
      remedies: [{ goal: null, fixKind: 'remove_xformers' }],
    });
  }
  if (/\+cpu/.test(torch) && !wanted.includes('+cpu')) {
    return vendor === 'amd' || vendor === 'intel'
      ? findingOf('wrong_vendor_torch_build', { evidence })
      : findingOf('torch_cpu_build', { evidence });
  }
  if (wanted === torch) {
    // It was built for exactly this torch: not the version is wrong but the files.
    return findingOf('xformers_incomplete_build', { evidence, confidence: 'medium' });
  }
  return findingOf('xformers_torch_mismatch', {
    evidence,
    explanation: message('finding.xformers_torch_mismatch.explanation-said', {
      built: wanted,
      torch,
    }),
  });
}
