import { compare, valid } from '@renovatebot/pep440';
import { plainVersion } from './cuda-family.ts';
import { flashAttnRangeRows } from './limit-tables.ts';
import { compareNumbers, isWithin } from './versions.ts';

export type FlashAttnRange = { oldest: string; newest: string };

/** The flash-attn that this xFormers accepts, where it looks for one at import; else null. */
export function flashAttnRangeOf(xformers: string): FlashAttnRange | null {
  const row = rowOf(xformers);
  return row ? { oldest: row.oldest, newest: row.newest } : null;
}

/**
 * Whether this xFormers stops at import because of the flash-attn beside it. It asks the module
 * for its `__version__`, which has no local part: that of a wheel (2.8.4+cu13torch2.10) is put
 * into the metadata alone (Dao-AILab/flash-attention setup.py, get_package_version). A post
 * release (2.8.4.post1) is in both, and later than the last that is accepted.
 */
export function refusesFlashAttn(xformers: string, flashAttn: string): boolean {
  const row = rowOf(xformers);
  if (!row || valid(flashAttn) === null) return false;
  const differs = (bound: string): number =>
    row.compared === 'versions'
      ? compare(plainVersion(flashAttn), bound)
      : compareNumbers(firstThree(flashAttn), bound);
  return differs(row.oldest) < 0 || differs(row.newest) > 0;
}

function rowOf(xformers: string) {
  const plain = plainVersion(xformers);
  return flashAttnRangeRows.find((row) => isWithin(plain, row.from, row.below));
}

function firstThree(version: string): string {
  return plainVersion(version).split('.').slice(0, 3).join('.');
}
