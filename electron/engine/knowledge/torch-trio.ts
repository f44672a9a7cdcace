import { compare, valid } from '@renovatebot/pep440';
import { z } from 'zod';
import { minorOf, plainVersion } from './cuda-family.ts';
import { driverServes } from './driver-floor.ts';
import { coverageOf } from './gpu-architectures.ts';
import type { Surroundings } from './surroundings.ts';
import { torchReleaseOf } from './torch-choice.ts';
import { torchOfVersion } from './torch-of-version.ts';
import torchTrios from './torch-trios.json' with { type: 'json' };

const rows = z
  .array(
    z.object({
      torch: z.string(),
      torchvision: z.string(),
      torchaudio: z.string(),
      source: z.string().min(1),
    }),
  )
  .parse(torchTrios.rows)
  .sort((a, b) => compare(b.torch, a.torch));

/** torch and the two releases that were made for exactly it, and the CUDA family of all three. */
export type TorchTrio = {
  torch: string;
  torchvision: string;
  torchaudio: string;
  variant: string;
};

/** The companions of a torch; null where no table names them. */
export function trioOf(version: string, variant: string): TorchTrio | null {
  const row = rows.find((each) => each.torch === plainVersion(version));
  return row ? { ...row, variant } : null;
}

/**
 * The newest torch with kernels for every card here and a wheel for this Python, for one CUDA
 * family of `variants`, the first that serves; null where there is none. `newest` and `oldest`
 * bound the number.
 */
export function newestTorchFor(
  here: Omit<Surroundings, 'torch'>,
  variants: readonly string[],
  newest: string | null = null,
  oldest: string | null = null,
): TorchTrio | null {
  for (const variant of variants) {
    for (const row of rows) {
      const built = torchOfVersion(`${row.torch}+${variant}`);
      const release = torchReleaseOf(row.torch);
      if (!built || !release?.cuda.some((each) => each.variant === variant)) continue;
      if (newest !== null && valid(newest) !== null && compare(row.torch, newest) > 0) continue;
      if (oldest !== null && valid(oldest) !== null && compare(row.torch, oldest) < 0) continue;
      if (here.python !== null && !release.python.includes(minorOf(here.python))) continue;
      if (here.platform && driverServes(built, here.platform, here.driver) === false) continue;
      const whole = { ...here, torch: built, torchArchitectures: null };
      const serves = here.cards.every(
        (card) => card === null || !['too-new', 'too-old'].includes(coverageOf(whole, card)),
      );
      if (serves) return { ...row, variant };
    }
  }
  return null;
}
