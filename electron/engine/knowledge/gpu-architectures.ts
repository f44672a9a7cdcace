import { familyOfTag, minorOf } from './cuda-family.ts';
import type { Surroundings } from './surroundings.ts';
import { torchReleaseRows } from './tables.ts';
import { isRelease } from './versions.ts';

export type Coverage = 'covered' | 'too-new' | 'too-old' | 'unknown';
type Built = Pick<Surroundings, 'torch' | 'torchArchitectures' | 'architecture'>;

/**
 * Whether a torch has kernels for a GPU (89 is capability 8.9). Code runs on its own major
 * generation from its own minor on, so sm_86 serves 8.9 and sm_120 serves 12.1; PTX
 * (compute_90) is compiled for anything later.
 */
export function coverageOf(built: Built, capability: number): Coverage {
  const listed = architecturesOf(built) ?? [];
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
 * What torch says of itself, else what the official wheel for this kind of processor carries.
 * Other builds (conda, containers, from source) have no tag of the index: nothing is known of them.
 */
export function architecturesOf(built: Built): readonly string[] | null {
  const { torch, torchArchitectures, architecture } = built;
  if (torchArchitectures && torchArchitectures.length > 0) return torchArchitectures;
  const family = familyOfTag(torch.version);
  if (!family || !isRelease(torch.version)) return null;
  const row = torchReleaseRows.find((each) => each.torch === minorOf(torch.version));
  const wheel = row?.cuda.find((each) => each.variant === family.variant);
  // Those for ARM have a list of their own, which is known of few.
  const listed = architecture === 'arm64' ? wheel?.armArchitectures : wheel?.architectures;
  return listed ?? null;
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
