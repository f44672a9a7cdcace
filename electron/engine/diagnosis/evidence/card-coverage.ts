import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { architecturesOf, coverageOf, type Coverage } from '../../knowledge/gpu-architectures.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Clues } from './clues.ts';
import { torchEvidence } from './evidence.ts';
import { nvidiaCards, type Card } from './graphics-cards.ts';

/** A card, and whether this torch has kernels for it. */
export type CoveredCard = { card: Card; coverage: Coverage };

/** The NVIDIA cards beside a torch for CUDA; none beside another torch. */
export function coveredCards(clues: Clues): CoveredCard[] {
  const here = surroundingsOf(clues);
  if (!here || vendorOfTorch(here.torch) !== 'cuda') return [];
  return nvidiaCards(clues).map((card) => ({
    card,
    coverage: card.capability === null ? 'unknown' : coverageOf(here, card.capability),
  }));
}

/** The torch, these cards, and the architectures that the torch was compiled for. */
export function coverageEvidence(clues: Clues, covered: readonly CoveredCard[]): Evidence[] {
  const torch = valueOf(clues.torch);
  const cards = covered.map(({ card }) => card.evidence);
  return torch ? [torchEvidence(clues, torch), ...cards, ...listed(clues)] : cards;
}

function listed(clues: Clues): Evidence[] {
  const here = surroundingsOf(clues);
  const architectures = here && architecturesOf(here);
  if (!architectures) return [];
  return [
    {
      statement: message('evidence.torch-architectures', {
        architectures: architectures.join(', '),
      }),
      how: architectures === here.torchArchitectures ? 'probe' : 'file',
    },
  ];
}
