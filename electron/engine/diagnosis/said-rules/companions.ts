import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { withoutAudio } from '../rules/torchvision-torch-mismatch.ts';
import type { SaidRule } from './said-rule.ts';

const mostLines = 4;

/** torchvision stops whoever imports it; a torchaudio that refuses leaves only audio nodes out. */
export const companionCuda: SaidRule = {
  reads: ['TV_CUDA_MAJOR'],
  find(heard) {
    const lines = heard.all('TV_CUDA_MAJOR');
    if (lines.length === 0) return [];
    const evidence = lines.slice(0, mostLines).map(saidEvidence);
    const isAudio = lines.every((line) => /audio/i.test(line.values['package'] ?? ''));
    return [
      isAudio ? withoutAudio(evidence) : findingOf('torchvision_torch_mismatch', { evidence }),
    ];
  },
};
