import { compare } from './versions.ts';
import { valid } from '@renovatebot/pep440';
import * as z from 'zod';
import { plainVersion } from './cuda-family.ts';
import { liveList, liveRows } from './live-tables.ts';
import type { Surroundings } from './surroundings.ts';
import { torchesThatRun } from './torch-choice.ts';

const rows = liveRows(
  'torch-trios',
  z.object({
    torch: z.string(),
    torchvision: z.string(),
    torchaudio: z.string(),
    source: z.string().min(1),
  }),
);

/** One row for each torch, the newest first. */
export const torchTrioRows = liveList(() => [...rows].sort((a, b) => compare(b.torch, a.torch)));

/** torch and the two releases that were made for exactly it, and the CUDA family of all three. */
export type TorchTrio = {
  torch: string;
  torchvision: string;
  torchaudio: string;
  variant: string;
};

/** The companions of a torch; null where no table names them. */
export function trioOf(version: string, variant: string): TorchTrio | null {
  const row = torchTrioRows.find((each) => each.torch === plainVersion(version));
  return row ? { ...row, variant } : null;
}

/**
 * The newest torch that runs here, for one CUDA family of `variants`, the first that serves; null
 * where there is none. `newest` and `oldest` bound the number.
 */
export function newestTorchFor(
  here: Omit<Surroundings, 'torch'>,
  variants: readonly string[],
  newest: string | null = null,
  oldest: string | null = null,
): TorchTrio | null {
  const within = torchTrioRows.filter(
    ({ torch }) =>
      (newest === null || valid(newest) === null || compare(torch, newest) <= 0) &&
      (oldest === null || valid(oldest) === null || compare(torch, oldest) >= 0),
  );
  const offers = variants.flatMap((variant) =>
    within.map((row) => ({ row, version: row.torch, variant })),
  );
  const [best] = torchesThatRun(here, offers);
  return best ? { ...best.row, variant: best.variant } : null;
}
