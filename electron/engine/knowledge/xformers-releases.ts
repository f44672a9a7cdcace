import { compare, satisfies } from './versions.ts';
import { valid } from '@renovatebot/pep440';
import type { Platform } from '../../../shared/facts.ts';
import { familyOfTorch, minorOf, plainVersion, type CudaFamily } from './cuda-family.ts';
import { isOutside } from './flash-attn-range.ts';
import { capabilityNumber } from './gpu-names.ts';
import { liveList } from './live-tables.ts';
import { everyCardIs, type Surroundings } from './surroundings.ts';
import { xformersReleaseRows, type XformersRelease } from './tables.ts';
import { torchServesCards } from './torch-choice.ts';

export type XformersGpuLimit = XformersRelease['gpuLimits'][number];

const inOrder = liveList(() =>
  [...xformersReleaseRows].sort((a, b) => compare(a.version, b.version)),
);

/**
 * What is known of an installed xFormers: its row, for a build between two releases the one
 * before it, and for one later than all the last, since a later release keeps what that has.
 */
export function releaseOf(version: string): XformersRelease | null {
  const plain = plainVersion(version);
  if (valid(plain) === null) return null;
  return inOrder.findLast((row) => compare(row.version, plain) <= 0) ?? null;
}

/** The limit that keeps this xFormers from every card here, unless flash-attn helps. */
export function xformersGpuLimit(
  version: string,
  { platform, cards, flashAttn }: Pick<Surroundings, 'platform' | 'cards' | 'flashAttn'>,
): XformersGpuLimit | null {
  const limit = releaseOf(version)?.gpuLimits.find((each) => each.platform === platform);
  if (!limit) return null;
  if (limit.flashHelps && flashAttn !== null && !refusesFlashAttn(version, flashAttn)) return null;
  const highest = capabilityNumber(limit.maxCapability) ?? Infinity;
  return everyCardIs(cards, (capability) => capability > highest) ? limit : null;
}

/** The flash-attn that this xFormers accepts, where it looks for one at import and it is known; else null. */
export function flashAttnRangeOf(version: string): XformersRelease['flashAttn'] {
  const newest = inOrder.at(-1);
  if (valid(plainVersion(version)) === null) return null;
  const isLater = newest !== undefined && compare(plainVersion(version), newest.version) > 0;
  return isLater ? null : (releaseOf(version)?.flashAttn ?? null);
}

/** Whether this xFormers stops at import because of the flash-attn beside it. */
export function refusesFlashAttn(xformers: string, flashAttn: string): boolean {
  const range = flashAttnRangeOf(xformers);
  return range !== null && isOutside(range, flashAttn);
}

/** Released broken for this platform: no card and no torch makes it work. */
export function isReleasedBroken(version: string, platform: Platform | null): boolean {
  return platform === 'win32' && releaseOf(version)?.brokenOnWindows === true;
}

/** The releases with a wheel that works here, newest first; empty where none was ever published. */
export function xformersFor(here: Surroundings): XformersRelease[] {
  const { torch, platform, architecture, python, flashAttn } = here;
  const family = familyOfTorch(torch);
  // Wheels exist for 64-bit Linux and Windows PCs only (wheels.yml of every release).
  const hasWheels = platform !== 'darwin' && (architecture === null || architecture === 'x64');
  if (!family || !hasWheels || !torchServesCards(here)) return [];
  return inOrder
    .filter(
      (row) =>
        satisfies(plainVersion(torch.version), row.torchRequirement) &&
        (python === null || hasWheelFor(row, minorOf(python))) &&
        variantsOn(row, platform).some((each) => majorOf(each) === family.major) &&
        !isReleasedBroken(row.version, platform) &&
        xformersGpuLimit(row.version, here) === null &&
        !(flashAttn !== null && refusesFlashAttn(row.version, flashAttn)),
    )
    .reverse();
}

/** The CUDA families that it was built for; of both systems where the system is not known. */
export function variantsOn(row: XformersRelease, platform: Platform | null): string[] {
  if (platform === 'win32') return row.cudaWindows;
  return platform === 'linux' ? row.cudaLinux : [...row.cudaLinux, ...row.cudaWindows];
}

/** Those of its families on this system that the torch beside it can use, the nearest first. */
export function nearestVariants(
  row: XformersRelease,
  platform: Platform | null,
  family: CudaFamily,
): string[] {
  const distance = (variant: string): number =>
    Math.abs(Number(variant.slice(2)) - Number(family.variant.slice(2)));
  return [...new Set(variantsOn(row, platform))]
    .filter((variant) => majorOf(variant) === family.major)
    .sort((a, b) => distance(a) - distance(b));
}

/** cu124 is 12. */
export function majorOf(variant: string): number {
  return Number(variant.slice(2, 4));
}

function hasWheelFor(row: XformersRelease, python: string): boolean {
  return row.python.kind === 'list'
    ? row.python.versions.includes(python)
    : compare(python, row.python.version) >= 0;
}
