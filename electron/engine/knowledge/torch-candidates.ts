import { compare } from '@renovatebot/pep440';
import type { TorchBuild } from '../../../shared/facts.ts';
import { familyOfTorch, minorOf, vendorOfTorch } from './cuda-family.ts';
import { driverServes } from './driver-floor.ts';
import type { Surroundings } from './surroundings.ts';
import { torchReleaseRows, type TorchRelease } from './tables.ts';
import { torchServesCards } from './torch-choice.ts';
import { torchOfVersion } from './torch-of-version.ts';

/** A torch that could be here: its minor version, its build, and the series that go with it. */
export type TorchCandidate = {
  minor: string;
  /** cu130 */
  variant: string;
  torch: TorchBuild;
  torchvision: string;
  torchaudio: string;
};

/**
 * The torches with GPU support that this Python, driver and card can run, newest first, the CUDA
 * family that is there now before others. None older than the one that is there, unless that one
 * does not serve the card. Empty for a ROCm or XPU torch: its flavour is not changed.
 */
export function newerTorches(here: Surroundings): TorchCandidate[] {
  const { torch, platform, python } = here;
  const vendor = vendorOfTorch(torch);
  if (platform === 'darwin' || vendor === 'rocm' || vendor === 'xpu') return [];
  const mayBeOlder = vendor === 'cuda' && !torchServesCards(here);
  return [...torchReleaseRows]
    .sort((a, b) => compare(b.torch, a.torch))
    .filter(
      (row) =>
        (python === null || row.python.includes(minorOf(python))) &&
        (mayBeOlder || compare(row.torch, minorOf(torch.version)) >= 0),
    )
    .flatMap((row) => buildsOf(row, here));
}

function buildsOf(row: TorchRelease, here: Surroundings): TorchCandidate[] {
  const own = familyOfTorch(here.torch)?.variant;
  const rank = (variant: string): number =>
    variant === own ? 2 : variant === row.pypiLinuxVariant ? 1 : 0;
  return row.cuda
    .map(({ variant }) => variant)
    .sort((a, b) => rank(b) - rank(a) || Number(b.slice(2)) - Number(a.slice(2)))
    .flatMap((variant) => {
      const torch = torchOfVersion(`${row.torch}.0+${variant}`);
      if (!torch || driverServes(torch, here.platform, here.driver) === false) return [];
      if (!torchServesCards({ ...here, torch, torchArchitectures: null })) return [];
      const { torch: minor, torchvision, torchaudio } = row;
      return [{ minor, variant, torch, torchvision, torchaudio }];
    });
}
