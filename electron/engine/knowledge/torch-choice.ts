import type { TorchBuild } from '../../../shared/facts.ts';
import { familyOfTorch, minorOf, plainVersion } from './cuda-family.ts';
import { driverServes } from './driver-floor.ts';
import { coverageOf } from './gpu-architectures.ts';
import { everyCardIs, type Surroundings } from './surroundings.ts';
import { torchReleaseRows, type TorchRelease } from './tables.ts';
import { torchOfVersion } from './torch-of-version.ts';

/** What is known of a torch: the row of its minor version. */
export function torchReleaseOf(version: string): TorchRelease | null {
  return torchReleaseRows.find((row) => row.torch === minorOf(version)) ?? null;
}

/**
 * Whether PyPI has this torch, under its bare number, with this CUDA family: for Linux PCs alone,
 * and for one family of each release (`pypiLinuxVariant`).
 */
export function isOnPypi(
  { torch, platform, architecture }: Pick<Surroundings, 'torch' | 'platform' | 'architecture'>,
  variant: string,
): boolean {
  const isLinuxPc = platform === 'linux' && (architecture === null || architecture === 'x64');
  return isLinuxPc && torchReleaseOf(torch.version)?.pypiLinuxVariant === variant;
}

/** Whether this torch has kernels for a card here: without them no package beside it helps. */
export function torchServesCards(here: Surroundings): boolean {
  return !everyCardIs(here.cards, (capability) =>
    ['too-new', 'too-old'].includes(coverageOf(here, capability)),
  );
}

/** One build of a torch: its whole number (2.10.0) and its CUDA family (cu130). */
export type TorchOffer = { version: string; variant: string };

/**
 * Which of these builds this Python, driver and card can run, in the given order: those that serve
 * every card, where there are any, else those that leave a card out. Planner and prescriptions
 * ask here alone.
 */
export function torchesThatRun<T extends TorchOffer>(
  here: Omit<Surroundings, 'torch'>,
  offers: readonly T[],
): (T & { torch: TorchBuild })[] {
  const { platform, driver, python } = here;
  const forOne = offers.flatMap((offer) => {
    const release = torchReleaseOf(offer.version);
    if (!release?.cuda.some((each) => each.variant === offer.variant)) return [];
    if (python !== null && !release.python.includes(minorOf(python))) return [];
    const torch = torchOfVersion(`${offer.version}+${offer.variant}`);
    if (!torch || driverServes(torch, platform, driver) === false) return [];
    const then = { ...here, torch, torchArchitectures: null };
    return torchServesCards(then) ? [{ offer, then }] : [];
  });
  const forAll = forOne.filter(({ then }) =>
    here.cards.every((card) => torchServesCards({ ...then, cards: [card] })),
  );
  const chosen = forAll.length > 0 ? forAll : forOne;
  return chosen.map(({ offer, then }) => ({ ...offer, torch: then.torch }));
}

/**
 * The CUDA families of this torch version that cards and driver can run: the one that it has,
 * else those that were published.
 */
export function cudaVariantsFor(here: Surroundings): string[] {
  const { torch, platform } = here;
  if (platform === 'darwin') return [];
  const own = familyOfTorch(torch)?.variant;
  if (own !== undefined) return torchServesCards(here) ? [own] : [];
  const version = plainVersion(torch.version);
  const published = torchReleaseOf(torch.version)?.cuda ?? [];
  return torchesThatRun(
    // It is here, so this Python has it.
    { ...here, python: null },
    published.map(({ variant }) => ({ version, variant })),
  ).map(({ variant }) => variant);
}
