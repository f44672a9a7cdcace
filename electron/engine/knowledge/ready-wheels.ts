import * as z from 'zod';
import { familyOfTorch, minorOf, plainVersion } from './cuda-family.ts';
import { liveRows } from './live-tables.ts';
import type { Surroundings } from './surroundings.ts';
import { compareNumbers, isRelease, isWithin } from './versions.ts';

const rows = liveRows(
  'ready-wheels',
  z.object({
    package: z.enum(['sageattention', 'flash-attn']),
    platform: z.enum(['win32', 'linux']),
    torch: z.string(),
    below: z.string().nullable(),
    cudaMajor: z.number().int(),
    oldestPython: z.string(),
    file: z.string().endsWith('.whl'),
    page: z.url().endsWith('/'),
    source: z.string().min(1),
  }),
);

/** `python` is the Python for which the file has to be chosen by hand, where nobody knows it. */
export type ReadyWheel = { file: string; url: string; page: string; needsPython: boolean };

/**
 * The ready wheel for this torch, CUDA, Python and system; null where nobody is known to make one.
 * Where the Python is not known, the file name has `cp3XX` in its place.
 */
export function readyWheelFor(
  name: 'sageattention' | 'flash-attn',
  here: Surroundings,
): ReadyWheel | null {
  const { torch, platform, architecture, python } = here;
  const family = familyOfTorch(torch);
  if (!family) return null;
  if (architecture !== null && architecture !== 'x64') return null;
  const minor = python && minorOf(python);
  const row = rows.find(
    (each) =>
      each.package === name &&
      each.platform === platform &&
      each.cudaMajor === family.major &&
      // One that is made for later ones too serves nightly builds as well.
      (each.below === null || isRelease(torch.version)) &&
      isWithin(plainVersion(torch.version), each.torch, each.below) &&
      (minor === null || minor === '' || compareNumbers(minor, each.oldestPython) >= 0),
  );
  if (!row) return null;
  const needsPython = row.file.includes('{cp}') && !minor;
  const tag = minor ? `cp${minor.replace('.', '')}` : 'cp3XX';
  const file = row.file.replaceAll('{cp}', tag);
  return { file, url: row.page + file.replaceAll('+', '%2B'), page: row.page, needsPython };
}
