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

/** Whether this torch has kernels for a card here: without them no package beside it helps. */
export function torchServesCards(here: Surroundings): boolean {
  return !everyCardIs(here.cards, (capability) =>
    ['too-new', 'too-old'].includes(coverageOf(here, capability)),
  );
}

/**
 * The CUDA families of this torch version that cards and driver can run: the one that it has,
 * else those that were published.
 */
export function cudaVariantsFor(here: Surroundings): string[] {
  const { torch, platform, driver } = here;
  if (platform === 'darwin') return [];
  const own = familyOfTorch(torch)?.variant;
  if (own !== undefined) return torchServesCards(here) ? [own] : [];
  const published = (torchReleaseOf(torch.version)?.cuda ?? []).flatMap(({ variant }) => {
    const built = torchOfVersion(`${plainVersion(torch.version)}+${variant}`);
    const runs = built !== null && driverServes(built, platform, driver) !== false;
    return runs ? [{ variant, with: { ...here, torch: built, torchArchitectures: null } }] : [];
  });
  // One that serves every card, where there is one; else one that leaves a card out.
  const forAll = published.filter((each) =>
    here.cards.every((card) => torchServesCards({ ...each.with, cards: [card] })),
  );
  const forOne = published.filter((each) => torchServesCards(each.with));
  return (forAll.length > 0 ? forAll : forOne).map((each) => each.variant);
}
