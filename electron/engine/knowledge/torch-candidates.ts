import { compare } from './versions.ts';
import type { TorchBuild } from '../../../shared/facts.ts';
import { familyOfTorch, minorOf, vendorOfTorch } from './cuda-family.ts';
import type { Surroundings } from './surroundings.ts';
import { torchReleaseRows, type TorchRelease } from './tables.ts';
import { isOnPypi, torchServesCards, torchesThatRun, type TorchOffer } from './torch-choice.ts';

/** A torch that could be here: its minor version, its build, and the series that go with it. */
export type TorchCandidate = {
  minor: string;
  /** cu130 */
  variant: string;
  torch: TorchBuild;
  /** PyPI has this build under the bare number: only for Linux PCs. */
  onPypi: boolean;
  torchvision: string;
  torchaudio: string;
};

/**
 * The torches with GPU support that this Python, driver and card can run, newest first, the CUDA
 * family that is there now before others. None older than the one that is there, unless that one
 * does not serve the card. Empty for a ROCm or XPU torch: its flavour is not changed.
 */
export function newerTorches(here: Surroundings): TorchCandidate[] {
  const { torch, platform } = here;
  const vendor = vendorOfTorch(torch);
  if (platform === 'darwin' || vendor === 'rocm' || vendor === 'xpu') return [];
  const mayBeOlder = vendor === 'cuda' && !torchServesCards(here);
  const offers = [...torchReleaseRows]
    .sort((a, b) => compare(b.torch, a.torch))
    .filter((row) => mayBeOlder || compare(row.torch, minorOf(torch.version)) >= 0)
    .flatMap((row) => offersOf(row, torch));
  return torchesThatRun(here, offers).map(({ row, variant, torch: build }) => {
    const { torch: minor, torchvision, torchaudio } = row;
    const onPypi = isOnPypi({ ...here, torch: build }, variant);
    return { minor, variant, torch: build, onPypi, torchvision, torchaudio };
  });
}

type Offer = TorchOffer & { row: TorchRelease };

function offersOf(row: TorchRelease, present: TorchBuild): Offer[] {
  const own = familyOfTorch(present)?.variant;
  const rank = (variant: string): number =>
    variant === own ? 2 : variant === row.pypiLinuxVariant ? 1 : 0;
  return row.cuda
    .map(({ variant }) => variant)
    .sort((a, b) => rank(b) - rank(a) || Number(b.slice(2)) - Number(a.slice(2)))
    .map((variant) => ({ row, version: `${row.torch}.0`, variant }));
}
