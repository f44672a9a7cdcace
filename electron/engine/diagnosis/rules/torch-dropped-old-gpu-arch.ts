import type { Finding } from '../../../../shared/finding.ts';
import { coverageEvidence, coveredCards } from '../evidence/card-coverage.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** The oldest card for which there still is a torch to change to (cu126, up to 2.14). */
const oldestServed = 50;

/** This torch left the card's generation out. A second card that it serves will be used instead. */
export function torchDroppedOldGpuArch(clues: Clues): Finding[] {
  const all = coveredCards(clues);
  if (all.length === 0 || all.some(({ coverage }) => coverage !== 'too-old')) return [];
  const hopeless = all.every(({ card }) => (card.capability ?? 0) < oldestServed);
  return [
    findingOf('torch_dropped_old_gpu_arch', {
      evidence: coverageEvidence(clues, all),
      ...(hopeless
        ? { severity: 'limit', remedies: [{ goal: null, fixKind: 'none_hardware_limit' }] }
        : {}),
    }),
  ];
}
