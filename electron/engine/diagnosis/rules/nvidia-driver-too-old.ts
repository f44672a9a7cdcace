import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { familyOfTorch } from '../../knowledge/cuda-family.ts';
import { driverServes, oldestDriver } from '../../knowledge/driver-floor.ts';
import type { Clues } from '../evidence/clues.ts';
import { driverEvidence, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** The driver is older than the CUDA that torch brings along. A torch that runs overrules it. */
export function nvidiaDriverTooOld(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const version = valueOf(clues.driver)?.version ?? null;
  const live = valueOf(clues.live)?.torch ?? null;
  if (!torch || live?.cudaAvailable === true) return [];
  if (driverServes(torch, clues.platform, version) !== false || !clues.platform) return [];
  const floor = oldestDriver(torch, clues.platform);
  const cuda = familyOfTorch(torch)?.major;
  if (floor === null || cuda === undefined) return [];
  return [
    findingOf('nvidia_driver_too_old', {
      // A data-centre machine may have NVIDIA's package for forward compatibility.
      confidence: live?.cudaAvailable === false ? 'high' : 'medium',
      evidence: [
        ...driverEvidence(clues),
        torchEvidence(clues, torch),
        { statement: message('evidence.driver-floor', { cuda, version: floor }), how: 'file' },
      ],
    }),
  ];
}
