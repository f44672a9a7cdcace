import type { Finding } from '../../../../shared/finding.ts';
import { coverageEvidence, coveredCards } from '../evidence/card-coverage.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** This torch was compiled before the card came out. */
export function torchMissingNewGpuArch(clues: Clues): Finding[] {
  const all = coveredCards(clues);
  const cards = all.filter(({ coverage }) => coverage === 'too-new');
  if (cards.length === 0) return [];
  // Another card of the machine may do the work; still, the newest one cannot.
  const others = all.some(({ coverage }) => coverage === 'covered');
  return [
    findingOf('torch_missing_new_gpu_arch', {
      severity: others ? 'warning' : 'error',
      confidence: others ? 'medium' : 'high',
      evidence: coverageEvidence(clues, cards),
    }),
  ];
}
