import { describe, expect, it } from 'vitest';
import { absent, known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch, xformers } from '../../../support/facts.ts';
import {
  cards,
  comfyui,
  noXformers,
  packages,
  using,
  verdictOn,
} from '../../../support/findings.ts';

const newXformers: Partial<Facts> = {
  torch: torch('2.10.0+cu128', '12.8'),
  xformers: xformers('0.0.35', '2.10.0+cu128'),
  gpus: cards('RTX 5090'),
};
const onWindows: Partial<Facts> = { ...newXformers, platform: 'win32' };
const fa3: Partial<Facts> = {
  torch: torch('2.8.0+cu128', '12.8'),
  xformers: xformers('0.0.32.post2', '2.8.0+cu128'),
  gpus: cards('RTX 5090'),
};
const sage = (version: string, ...flags: string[]): Partial<Facts> => ({
  ...noXformers,
  torch: torch('2.9.1+cu128', '12.8'),
  triton: known({ distribution: 'triton', version: '3.5.1' }, 'file'),
  comfyui: comfyui(...flags),
  distributions: packages(`sageattention==${version}`, 'triton==3.5.1'),
});
const flash = (version: string, ...flags: string[]): Partial<Facts> => ({
  ...noXformers,
  torch: torch('2.8.0+cu128', '12.8'),
  comfyui: comfyui(...flags),
  distributions: packages(`flash-attn==${version}`),
});

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  ['RTX 50 with xFormers 0.0.35 on Windows', onWindows, 'attention_gpu_too_new', 'limit, high'],
  ['the same on Linux', newXformers, 'attention_gpu_too_new', null],
  [
    'the same where ComfyUI uses xFormers',
    { ...onWindows, comfyui: comfyui(), backend: using('xformers') },
    'attention_gpu_too_new',
    'limit, high',
  ],
  [
    'the same where ComfyUI uses PyTorch',
    { ...onWindows, comfyui: comfyui(), backend: using('pytorch') },
    'attention_gpu_too_new',
    null,
  ],
  [
    'the same with a flash-attn that helps',
    { ...onWindows, distributions: packages('flash-attn==2.8.3') },
    'attention_gpu_too_new',
    null,
  ],
  [
    'the same with a flash-attn that does not',
    { ...onWindows, distributions: packages('flash-attn==2.9.0') },
    'attention_gpu_too_new',
    'limit, high',
  ],
  [
    'RTX 40 with the same',
    { ...onWindows, gpus: cards('RTX 4090') },
    'attention_gpu_too_new',
    null,
  ],
  [
    'a card that works beside it',
    { ...onWindows, gpus: cards('RTX 4090', 'RTX 5090') },
    'attention_gpu_too_new',
    null,
  ],
  ['RTX 50 with FA3 of 0.0.32 on Linux', fa3, 'attention_gpu_too_new', 'limit, high'],
  [
    'RTX 50 with FA3 of 0.0.32 on Windows',
    { ...fa3, platform: 'win32' },
    'attention_gpu_too_new',
    'limit, high',
  ],
  [
    'an xFormers that does not load anyway',
    { ...onWindows, torch: torch('2.10.0+cu130', '13.0') },
    'attention_gpu_too_new',
    null,
  ],
  [
    '--use-flash-attention on RTX 20',
    { ...flash('2.8.3', '--use-flash-attention'), gpus: cards('RTX 2080') },
    'attention_gpu_too_old',
    'limit, high',
  ],
  [
    'flash-attn on RTX 20 that nobody asks for',
    { ...flash('2.8.3'), gpus: cards('RTX 2080') },
    'attention_gpu_too_old',
    null,
  ],
  [
    '--use-flash-attention on RTX 30',
    { ...flash('2.8.3', '--use-flash-attention'), gpus: cards('RTX 3060') },
    'attention_gpu_too_old',
    null,
  ],
  [
    '--use-flash-attention with a second card',
    { ...flash('2.8.3', '--use-flash-attention'), gpus: cards('RTX 2080', 'RTX 3060') },
    'attention_gpu_too_old',
    null,
  ],
  [
    'flash-attn 1 on RTX 20',
    { ...flash('1.0.9', '--use-flash-attention'), gpus: cards('RTX 2080') },
    'attention_gpu_too_old',
    null,
  ],
  [
    '--use-sage-attention 2 on RTX 20',
    { ...sage('2.2.0', '--use-sage-attention'), gpus: cards('RTX 2080') },
    'attention_gpu_too_old',
    'limit, high',
  ],
  [
    '--use-sage-attention 1 on GTX 10',
    { ...sage('1.0.6', '--use-sage-attention'), gpus: cards('GTX 1080') },
    'attention_gpu_too_old',
    'limit, high',
  ],
  [
    '--use-sage-attention 2 on RTX 30',
    { ...sage('2.2.0', '--use-sage-attention'), gpus: cards('RTX 3060') },
    'attention_gpu_too_old',
    null,
  ],
  [
    'RTX 20 on Windows with a Triton that still serves it',
    {
      ...sage('2.2.0', '--use-sage-attention'),
      platform: 'win32',
      torch: torch('2.6.0+cu124', '12.4'),
      triton: known({ distribution: 'triton-windows', version: '3.2.0.post21' }, 'file'),
      gpus: cards('RTX 2080'),
    },
    'attention_gpu_too_old',
    null,
  ],
];

describe('attention that a card cannot run', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });

  it('say nothing of what nobody listed', () => {
    const unlisted: Partial<Facts> = { ...noXformers, xformers: absent('file') };
    expect(verdictOn({ ...unlisted, gpus: cards('RTX 2080') }, 'attention_gpu_too_old')).toBeNull();
  });
});
