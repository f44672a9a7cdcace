import { describe, expect, it } from 'vitest';
import { known, unknown, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch } from '../../../support/facts.ts';
import {
  cards,
  evidenceOf,
  findingsOf,
  liveTorch,
  noXformers,
  verdictOn,
} from '../../../support/findings.ts';

const cu118: Partial<Facts> = { ...noXformers, torch: torch('2.7.1+cu118', '11.8') };
const cu126: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu126', '12.6') };
const cu128: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu128', '12.8') };
const cu130: Partial<Facts> = { ...noXformers, torch: torch('2.10.0+cu130', '13.0') };

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  [
    'RTX 50 with cu126',
    { ...cu126, gpus: cards('RTX 5090') },
    'torch_missing_new_gpu_arch',
    'error, high',
  ],
  ['RTX 50 with cu128', { ...cu128, gpus: cards('RTX 5090') }, 'torch_missing_new_gpu_arch', null],
  [
    'RTX 40 with cu118: sm_86 serves it',
    { ...cu118, gpus: cards('RTX 4090') },
    'torch_missing_new_gpu_arch',
    null,
  ],
  [
    'RTX 50 beside a card that works',
    { ...cu126, gpus: cards('RTX 3060', 'RTX 5090') },
    'torch_missing_new_gpu_arch',
    'warning, medium',
  ],
  [
    'RTX 50 by its name alone',
    {
      ...cu126,
      gpus: known(
        [
          {
            vendor: 'nvidia',
            name: 'NVIDIA GeForce RTX 5070 Ti',
            computeCapability: null,
            memoryMiB: null,
          },
        ],
        'log',
      ),
    },
    'torch_missing_new_gpu_arch',
    'error, high',
  ],
  [
    'RTX 50 with a torch of others',
    { ...noXformers, torch: torch('2.6.0', '12.6'), gpus: cards('RTX 5090') },
    'torch_missing_new_gpu_arch',
    null,
  ],
  [
    'RTX 50 with a nightly',
    { ...noXformers, torch: torch('2.7.0.dev20250101+cu126', '12.6'), gpus: cards('RTX 5090') },
    'torch_missing_new_gpu_arch',
    null,
  ],
  [
    'torch itself says that it compiles for later cards',
    {
      ...cu126,
      gpus: cards('RTX 5090'),
      live: liveTorch({ architectures: ['sm_80', 'sm_90', 'compute_90'] }),
    },
    'torch_missing_new_gpu_arch',
    null,
  ],
  [
    'torch itself says that it lacks the card',
    {
      ...noXformers,
      torch: torch('2.9.0', '12.6'),
      gpus: cards('RTX 5090'),
      live: liveTorch({ architectures: ['sm_80', 'sm_90'] }),
    },
    'torch_missing_new_gpu_arch',
    'error, high',
  ],
  [
    'GTX 10 with cu130',
    { ...cu130, gpus: cards('GTX 1080') },
    'torch_dropped_old_gpu_arch',
    'error, high',
  ],
  ['GTX 10 with cu126', { ...cu126, gpus: cards('GTX 1080') }, 'torch_dropped_old_gpu_arch', null],
  [
    'Volta with cu128 of 2.8, which has sm_70',
    { ...cu128, gpus: cards('TITAN V') },
    'torch_dropped_old_gpu_arch',
    null,
  ],
  [
    'GTX 10 with cu128',
    { ...cu128, gpus: cards('GTX 1080') },
    'torch_dropped_old_gpu_arch',
    'error, high',
  ],
  [
    'an old card beside a new one',
    { ...cu130, gpus: cards('RTX 4090', 'GT 710') },
    'torch_dropped_old_gpu_arch',
    null,
  ],
  [
    'a card for which no torch is left',
    { ...cu126, gpus: cards('GT 710') },
    'torch_dropped_old_gpu_arch',
    'limit, high',
  ],
  ['cards unknown', { ...cu130, gpus: unknown() }, 'torch_dropped_old_gpu_arch', null],
];

describe('cards that torch has no kernels for', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });

  it('offer no installation for a card that no torch serves', () => {
    const found = findingsOf({ ...cu126, gpus: cards('GT 710') });
    const limit = found.find((each) => each.cause === 'torch_dropped_old_gpu_arch');
    expect(limit?.remedies).toEqual([{ goal: null, fixKind: 'none_hardware_limit' }]);
  });

  it('show card, build and kernels as evidence', () => {
    expect(evidenceOf({ ...cu126, gpus: cards('RTX 5090') }, 'torch_missing_new_gpu_arch')).toEqual(
      ['evidence.torch-cuda', 'evidence.gpu-capability', 'evidence.torch-architectures'],
    );
  });
});
