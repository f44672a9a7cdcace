import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { live, torch, xformers } from '../../../support/facts.ts';
import {
  attentionBuild,
  cards,
  comfyui,
  imported,
  noXformers,
  packages,
  verdictOn,
} from '../../../support/findings.ts';

const newXformers: Partial<Facts> = {
  torch: torch('2.10.0+cu128', '12.8'),
  xformers: xformers('0.0.35', '2.10.0+cu128'),
  gpus: cards('RTX 5090'),
};
const flash = (version: string, ...flags: string[]): Partial<Facts> => ({
  ...noXformers,
  torch: torch('2.8.0+cu128', '12.8'),
  comfyui: comfyui(...flags),
  distributions: packages(`flash-attn==${version}`),
});

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  [
    'flash-attn of another torch',
    flash('2.7.4.post1+cu12torch2.6cxx11abiFALSE', '--use-flash-attention'),
    'flash_attn_binary_mismatch',
    'error, medium',
  ],
  [
    'flash-attn of the other C++ interface',
    flash('2.8.3+cu12torch2.8cxx11abiFALSE'),
    'flash_attn_binary_mismatch',
    'warning, medium',
  ],
  [
    'flash-attn of this torch',
    flash('2.8.3+cu12torch2.8cxx11abiTRUE'),
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'the C++ interface means nothing on Windows',
    { ...flash('2.8.3+cu128torch2.8.0cxx11abiFALSE'), platform: 'win32' },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'flash-attn of torch 2.10 beside 2.12',
    { ...flash('2.8.1+cu12torch2.10cxx11abiTRUE'), torch: torch('2.12.0+cu126', '12.6') },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'flash-attn of torch 2.9 beside 2.12',
    { ...flash('2.8.3+cu12torch2.9cxx11abiTRUE'), torch: torch('2.12.0+cu126', '12.6') },
    'flash_attn_binary_mismatch',
    'warning, medium',
  ],
  [
    'flash-attn that imports',
    { ...flash('2.7.4.post1+cu12torch2.6cxx11abiFALSE'), live: imported('flash_attn', null) },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'flash-attn that does not load',
    {
      ...flash('2.8.3'),
      live: imported(
        'flash_attn',
        'ImportError: flash_attn_2_cuda.so: undefined symbol: _ZN3c104cuda9SetDeviceEi',
      ),
    },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'a flash-attn that xFormers refuses',
    { ...newXformers, gpus: cards('RTX 4090'), distributions: packages('flash-attn==2.9.0') },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'a flash-attn that xFormers accepts',
    { ...newXformers, gpus: cards('RTX 4090'), distributions: packages('flash-attn==2.8.3.post1') },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'the last that it accepts, in a wheel that names its build',
    {
      ...newXformers,
      gpus: cards('RTX 4090'),
      distributions: packages('flash-attn==2.8.4+cu12torch2.10cxx11abiTRUE'),
    },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'a post release of the last that it accepts',
    { ...newXformers, gpus: cards('RTX 4090'), distributions: packages('flash-attn==2.8.4.post1') },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'a flash-attn that 0.0.31 accepts by its first three numbers',
    {
      torch: torch('2.7.1+cu126', '12.6'),
      xformers: xformers('0.0.31.post1', '2.7.1+cu126'),
      distributions: packages('flash-attn==2.8.0.post2'),
    },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'an xFormers that does not look for one',
    { distributions: packages('flash-attn==2.9.0') },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'a refused one, and yet it imports',
    { ...newXformers, distributions: packages('flash-attn==2.9.0'), live: live() },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'a folder without its package',
    {
      ...newXformers,
      attentionBuilds: [attentionBuild({ name: 'flash-attn', version: null, importable: false })],
    },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'a whole one without a listing',
    {
      ...newXformers,
      attentionBuilds: [attentionBuild({ name: 'flash-attn', version: null, importable: true })],
    },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'the broken release on Windows',
    {
      platform: 'win32',
      torch: torch('2.3.1+cu121', '12.1'),
      xformers: xformers('0.0.27', '2.3.1+cu121'),
    },
    'xformers_incomplete_build',
    'error, medium',
  ],
  [
    'the same release on Linux',
    { torch: torch('2.3.1+cu121', '12.1'), xformers: xformers('0.0.27', '2.3.1+cu121') },
    'xformers_incomplete_build',
    null,
  ],
  [
    'flash-attn-4 in the folder of flash-attn, and a flag that asks for it',
    {
      ...flash('2.8.3', '--use-flash-attention'),
      distributions: packages('flash-attn==2.8.3', 'flash-attn-4==4.0.0'),
      attentionBuilds: [
        attentionBuild({ name: 'flash-attn', version: '2.8.3', importable: false }),
      ],
    },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'flash-attn-4 alone, and the flag',
    {
      ...flash('2.8.3', '--use-flash-attention'),
      distributions: packages('flash-attn-4==4.0.0'),
      attentionBuilds: [attentionBuild({ name: 'flash-attn', version: null, importable: false })],
    },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'flash-attn-4 that nobody asks for',
    {
      ...flash('2.8.3'),
      distributions: packages('flash-attn-4==4.0.0'),
      attentionBuilds: [attentionBuild({ name: 'flash-attn', version: null, importable: false })],
    },
    'flash_attn_binary_mismatch',
    null,
  ],
  [
    'flash-attn-4 beside a whole flash-attn',
    {
      ...flash('2.8.3', '--use-flash-attention'),
      distributions: packages('flash-attn==2.8.3', 'flash-attn-4==4.0.0'),
      attentionBuilds: [attentionBuild({ name: 'flash-attn', version: '2.8.3', importable: true })],
    },
    'flash_attn_binary_mismatch',
    null,
  ],
];

describe('flash-attn', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });

  it('do not blame xFormers itself for the flash-attn that stops it', () => {
    const opsError = 'ImportError: Requires Flash-Attention version >=2.7.1,<=2.8.4 but got 2.9.0.';
    const stopped: Partial<Facts> = {
      ...newXformers,
      gpus: cards('RTX 4090'),
      distributions: packages('flash-attn==2.9.0'),
      live: live({
        xformers: {
          version: '0.0.35',
          error: null,
          hasAttribute: null,
          opsError,
          hasCppLibrary: true,
          loadError: null,
          builtForTorch: null,
          operators: [],
        },
      }),
    };
    expect(verdictOn(stopped, 'flash_attn_binary_mismatch')).toBe('error, high');
    expect(verdictOn(stopped, 'xformers_incomplete_build')).toBeNull();
  });
});
