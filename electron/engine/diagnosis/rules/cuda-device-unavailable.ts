import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { driverServes } from '../../knowledge/driver-floor.ts';
import type { Clues } from '../evidence/clues.ts';
import { driverEvidence, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { nvidiaCards } from '../evidence/graphics-cards.ts';
import { runsWithoutGpu } from '../evidence/wanted.ts';

/** The right torch, a card that the driver sees, and yet a live Python finds none. */
export function cudaDeviceUnavailable(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const live = valueOf(clues.live)?.torch ?? null;
  if (!torch || vendorOfTorch(torch) !== 'cuda' || runsWithoutGpu(clues)) return [];
  if (live?.cudaAvailable !== false || live.error !== null) return [];
  const version = valueOf(clues.driver)?.version ?? null;
  // A vendor number on the bus does not say that the driver reaches the card: its tool does.
  const cards = nvidiaCards(clues).filter(({ capability }) => capability !== null);
  if (version === null || cards.length === 0) return [];
  if (driverServes(torch, clues.platform, version) === false) return [];
  return [
    findingOf('cuda_device_unavailable', {
      evidence: [
        { statement: message('evidence.cuda-unavailable'), how: 'probe' },
        ...cards.map((card) => card.evidence),
        ...driverEvidence(clues),
        torchEvidence(clues, torch),
      ],
    }),
  ];
}
