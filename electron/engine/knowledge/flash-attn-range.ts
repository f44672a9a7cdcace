import { valid } from '@renovatebot/pep440';
import { plainVersion } from './cuda-family.ts';
import type { XformersRelease } from './tables.ts';
import { compare, compareNumbers } from './versions.ts';

/**
 * Whether a flash-attn is none that an xFormers accepts. It asks the module for its
 * `__version__`, which has no local part: that of a wheel (2.8.4+cu13torch2.10) is put into the
 * metadata alone (Dao-AILab/flash-attention setup.py, get_package_version). A post release
 * (2.8.4.post1) is in both, and later than the last that is accepted.
 */
export function isOutside(
  range: NonNullable<XformersRelease['flashAttn']>,
  flashAttn: string,
): boolean {
  if (valid(flashAttn) === null) return false;
  const differs = (bound: string): number =>
    range.compared === 'versions'
      ? compare(plainVersion(flashAttn), bound)
      : compareNumbers(firstThree(flashAttn), bound);
  return differs(range.oldest) < 0 || differs(range.newest) > 0;
}

function firstThree(version: string): string {
  return plainVersion(version).split('.').slice(0, 3).join('.');
}
