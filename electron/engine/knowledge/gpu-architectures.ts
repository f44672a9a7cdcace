import type { TorchBuild } from '../../../shared/facts.ts';
import { familyOfTag, minorOf } from './cuda-family.ts';
import { architectureRows } from './limit-tables.ts';
import { compareNumbers, isRelease } from './versions.ts';

export type Coverage = 'covered' | 'too-new' | 'too-old' | 'unknown';

/**
 * Whether a torch has kernels for a GPU (89 is capability 8.9). Code runs on its own major
 * generation from its own minor on, so sm_86 serves 8.9 and sm_120 serves 12.1; PTX
 * (compute_90) is compiled for anything later. `live` is what torch says of itself.
 */
export function coverageOf(
  torch: TorchBuild,
  capability: number,
  live: readonly string[] | null,
): Coverage {
  const listed = live && live.length > 0 ? live : (architecturesOf(torch) ?? []);
  const binaries = numbersOf(listed, 'sm_');
  if (binaries.length === 0) return 'unknown';
  const served = binaries.some(
    (each) => majorOf(each) === majorOf(capability) && each <= capability,
  );
  if (served || numbersOf(listed, 'compute_').some((each) => each <= capability)) return 'covered';
  if (capability < Math.min(...binaries)) return 'too-old';
  return majorOf(capability) > Math.max(...binaries.map(majorOf)) ? 'too-new' : 'unknown';
}

/**
 * What the official wheel of this torch carries. Other builds (conda, containers, from source)
 * have no tag of the index and lists of their own: nothing is known of them.
 */
export function architecturesOf(torch: TorchBuild): readonly string[] | null {
  const family = familyOfTag(torch.version);
  if (!family || !isRelease(torch.version)) return null;
  const minor = minorOf(torch.version);
  const row = architectureRows.find(
    (each) => each.variant === family.variant && isInRange(minor, each.torch),
  );
  return row?.architectures ?? null;
}

function isInRange(minor: string, range: string): boolean {
  const [first = '', last = first] = range.split('-');
  return compareNumbers(minor, first) >= 0 && compareNumbers(minor, last) <= 0;
}

function numbersOf(listed: readonly string[], prefix: string): number[] {
  return listed
    .filter((each) => each.startsWith(prefix))
    .map((each) => Number.parseInt(each.slice(prefix.length), 10))
    .filter((each) => !Number.isNaN(each));
}

function majorOf(architecture: number): number {
  return Math.floor(architecture / 10);
}
