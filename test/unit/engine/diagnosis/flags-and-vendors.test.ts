import { describe, expect, it } from 'vitest';
import { known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch, xformers } from '../../../support/facts.ts';
import { comfyui, noXformers, using, verdictOn } from '../../../support/findings.ts';

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  [
    'split attention by a flag',
    { ...noXformers, comfyui: comfyui('--use-split-cross-attention'), backend: using('split') },
    'acceleration_flag_not_set',
    'warning, high',
  ],
  [
    'split attention, ignored beside xFormers',
    { comfyui: comfyui('--use-split-cross-attention'), backend: using('xformers') },
    'acceleration_flag_not_set',
    null,
  ],
  [
    'PyTorch by a flag although xFormers fits',
    { comfyui: comfyui('--use-pytorch-cross-attention'), backend: using('pytorch') },
    'acceleration_flag_not_set',
    'harmless, high',
  ],
  [
    'PyTorch by a flag because xFormers does not fit',
    {
      xformers: xformers('0.0.27', '2.3.1+cu121'),
      comfyui: comfyui('--disable-xformers'),
      backend: using('pytorch'),
    },
    'acceleration_flag_not_set',
    null,
  ],
  [
    'no flag',
    { comfyui: comfyui(), backend: using('xformers') },
    'acceleration_flag_not_set',
    null,
  ],
  [
    'an xFormers for NVIDIA beside ROCm',
    { torch: known({ version: '2.6.0+rocm6.2.4', cuda: null, hip: '6.2', xpu: null }, 'file') },
    'amd_unsupported',
    'limit, high',
  ],
  [
    'and it is not called a mismatch',
    { torch: known({ version: '2.6.0+rocm6.2.4', cuda: null, hip: '6.2', xpu: null }, 'file') },
    'xformers_torch_mismatch',
    null,
  ],
  [
    'an xFormers for ROCm',
    {
      torch: known({ version: '2.6.0+rocm6.2.4', cuda: null, hip: '6.2', xpu: null }, 'file'),
      xformers: xformers('0.0.29.post3', '2.6.0+rocm6.2.4'),
    },
    'amd_unsupported',
    null,
  ],
  [
    'an xFormers for NVIDIA beside XPU',
    { torch: known({ version: '2.6.0+xpu', cuda: null, hip: null, xpu: '2025' }, 'file') },
    'intel_xpu_unsupported',
    'limit, high',
  ],
  [
    '--use-sage-attention on a Mac',
    {
      ...noXformers,
      platform: 'darwin',
      torch: torch('2.6.0', null),
      comfyui: comfyui('--use-sage-attention'),
    },
    'apple_mps_unsupported',
    'limit, high',
  ],
  [
    'a Mac',
    { ...noXformers, platform: 'darwin', torch: torch('2.6.0', null) },
    'apple_mps_unsupported',
    null,
  ],
];

describe('flags, and torch of other makers', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });
});
