import { compare, satisfies } from './versions.ts';
import { valid } from '@renovatebot/pep440';
import type { TorchBuild, XformersBuild } from '../../../shared/facts.ts';
import { familyOfTag, familyOfTorch, minorOf, plainVersion, vendorOfTorch } from './cuda-family.ts';
import { releaseOf } from './xformers-releases.ts';

export type Fit = 'fits' | 'torch-differs' | 'cuda-differs' | 'vendor-differs' | 'unknown';

/**
 * Whether an installed xFormers can load beside an installed torch, by what each says of its
 * own build. Up to torch 2.9 the C++ interface is unstable and the minor version must be the
 * same; from xFormers 0.0.34 any later torch will do. Either way one CUDA major must serve
 * both, since `_C` links libcudart of one major (xFormers' setup.py and wheels_build.yml by tag).
 */
export function xformersFit(torch: TorchBuild, xformers: XformersBuild): Fit {
  const built = xformers.builtForTorch;
  // A log or its owner may name what is no version; that decides nothing.
  if (built === null || !isVersion(built) || !isVersion(torch.version)) return 'unknown';
  const vendor = vendorOfTorch(torch);
  const builtFor = builtVendor(built, xformers);
  if (builtFor !== null && builtFor !== vendor) return 'vendor-differs';
  const ours = familyOfTorch(torch);
  const theirs = familyOfTag(built);
  if (ours && theirs && ours.major !== theirs.major) return 'cuda-differs';
  const release = releaseOf(xformers.version);
  if (release?.stableAbi) {
    const here = plainVersion(torch.version);
    // An official wheel may be built with a later torch than the oldest that it asks for.
    const isOfficial =
      release.version === plainVersion(xformers.version) &&
      release.builtForTorch === plainVersion(built);
    const isAskedFor = isOfficial && satisfies(here, release.torchRequirement);
    return isAskedFor || compare(here, plainVersion(built)) >= 0 ? 'fits' : 'torch-differs';
  }
  return minorOf(torch.version) === minorOf(built) ? 'fits' : 'torch-differs';
}

/**
 * Whether it was compiled for another minor Python than this one. Only of releases with a wheel
 * for each Python: from 0.0.31 on one wheel serves all, and names whichever Python built it.
 */
export function builtForAnotherPython(xformers: XformersBuild, python: string | null): boolean {
  const { builtForPython, version } = xformers;
  if (builtForPython === null || python === null) return false;
  return releaseOf(version)?.python.kind === 'list' && minorOf(builtForPython) !== minorOf(python);
}

function builtVendor(built: string, xformers: XformersBuild): 'cuda' | 'rocm' | 'cpu' | null {
  if (xformers.hip !== null || /\+rocm/.test(built)) return 'rocm';
  if (/\+cpu/.test(built)) return 'cpu';
  if (familyOfTag(built) || xformers.nvcc !== null) return 'cuda';
  return null;
}

function isVersion(text: string): boolean {
  return valid(plainVersion(text)) !== null;
}
