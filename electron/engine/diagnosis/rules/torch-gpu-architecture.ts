import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { architecturesOf, coverageOf, type Coverage } from '../../knowledge/gpu-architectures.ts';
import type { Clues } from '../clues.ts';
import { torchEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { nvidiaCards, type Card } from '../graphics-cards.ts';

/** The oldest card for which there still is a torch to change to (cu126, up to 2.14). */
const oldestServed = 50;

/** This torch was compiled before the card came out. */
export function torchMissingNewGpuArch(clues: Clues): Finding[] {
  const sight = look(clues);
  const cards = sight.filter(({ coverage }) => coverage === 'too-new');
  if (cards.length === 0) return [];
  // Another card of the machine may do the work; still, the newest one cannot.
  const others = sight.some(({ coverage }) => coverage === 'covered');
  return [
    findingOf('torch_missing_new_gpu_arch', {
      severity: others ? 'warning' : 'error',
      confidence: others ? 'medium' : 'high',
      evidence: evidenceOf(clues, cards),
    }),
  ];
}

/** This torch left the card's generation out. A second card that it serves will be used instead. */
export function torchDroppedOldGpuArch(clues: Clues): Finding[] {
  const sight = look(clues);
  if (sight.length === 0 || sight.some(({ coverage }) => coverage !== 'too-old')) return [];
  const hopeless = sight.every(({ card }) => (card.capability ?? 0) < oldestServed);
  return [
    findingOf('torch_dropped_old_gpu_arch', {
      evidence: evidenceOf(clues, sight),
      ...(hopeless
        ? { severity: 'limit', remedies: [{ goal: null, fixKind: 'none_hardware_limit' }] }
        : {}),
    }),
  ];
}

type Sight = { card: Card; coverage: Coverage };

function look(clues: Clues): Sight[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda') return [];
  const live = valueOf(clues.live)?.torch?.architectures ?? null;
  return nvidiaCards(clues).map((card) => ({
    card,
    coverage: card.capability === null ? 'unknown' : coverageOf(torch, card.capability, live),
  }));
}

function evidenceOf(clues: Clues, sight: readonly Sight[]): Evidence[] {
  const torch = valueOf(clues.torch);
  const cards = sight.map(({ card }) => card.evidence);
  return torch ? [torchEvidence(clues, torch), ...cards, ...listed(clues, torch)] : cards;
}

function listed(clues: Clues, torch: TorchBuild): Evidence[] {
  const live = valueOf(clues.live)?.torch?.architectures ?? [];
  const architectures = live.length > 0 ? live : architecturesOf(torch);
  if (!architectures) return [];
  return [
    {
      statement: message('evidence.torch-architectures', {
        architectures: architectures.join(', '),
      }),
      how: live.length > 0 ? 'probe' : 'file',
    },
  ];
}
