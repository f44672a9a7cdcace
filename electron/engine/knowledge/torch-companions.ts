import type { TorchBuild } from '../../../shared/facts.ts';
import { familyOfTag, familyOfTorch, minorOf, plainVersion, vendorOfTorch } from './cuda-family.ts';
import { companionCudaRows, stableCompanionRows } from './limit-tables.ts';
import { torchReleaseOf } from './torch-choice.ts';
import { compareNumbers, isRelease, isWithin } from './versions.ts';

export type Companion = 'torchvision' | 'torchaudio';
export type CompanionFit =
  | { fit: 'unknown' }
  /** `expected` is the minor version that belongs to this torch. */
  | { fit: 'fits' | 'version-differs' | 'build-differs'; expected: string };

/** Whether an installed torchvision or torchaudio belongs to an installed torch. */
export function companionFit(torch: TorchBuild, name: Companion, version: string): CompanionFit {
  const row = torchReleaseOf(torch.version);
  if (!row || !isRelease(torch.version) || !isRelease(version)) return { fit: 'unknown' };
  const expected = row[name];
  if (!versionFits(torch, name, version, expected)) return { fit: 'version-differs', expected };
  return { fit: buildFits(torch, name, version) ? 'fits' : 'build-differs', expected };
}

function versionFits(
  torch: TorchBuild,
  name: Companion,
  version: string,
  expected: string,
): boolean {
  if (minorOf(version) === expected) return true;
  const row = stableCompanionRows.findLast(
    (each) => each.name === name && isWithin(plainVersion(version), each.from, null),
  );
  return row !== undefined && compareNumbers(minorOf(torch.version), row.torchFrom) >= 0;
}

/**
 * By the local tags, where both have one: a companion compares its CUDA with torch's at import
 * and raises. torchvision's CPU build lacks the operators that a CUDA torch calls; that of
 * torchaudio loads anywhere. A torch without CUDA is another rule's case.
 */
function buildFits(torch: TorchBuild, name: Companion, version: string): boolean {
  if (vendorOfTorch(torch) !== 'cuda') return true;
  if (/\+cpu$/.test(version)) return name === 'torchaudio';
  const ours = familyOfTorch(torch);
  const theirs = familyOfTag(version);
  if (!ours || !theirs) return true;
  const row = companionCudaRows.findLast(
    (each) => each.name === name && isWithin(plainVersion(version), each.from, null),
  );
  return row?.same === 'family' ? ours.variant === theirs.variant : ours.major === theirs.major;
}
