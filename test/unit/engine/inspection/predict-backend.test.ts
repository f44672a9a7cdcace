import { describe, expect, it } from 'vitest';
import { predictBackend } from '../../../../electron/engine/inspection/predict-backend.ts';
import { absent, type Facts } from '../../../../shared/facts.ts';
import { distributions, factsWith, live, torch, xformers } from '../../../support/facts.ts';
import { cards, packages } from '../../../support/findings.ts';

const sage = distributions('sageattention');
const flash = distributions('flash-attn');
const old = '0.3.64';
const recent = '0.38.1';

/** Flags, what is installed, the ComfyUI version, and what it will use. */
const table: [string, string[], Partial<Facts>, string | null, string][] = [
  ['a working xFormers needs no flag', [], {}, old, 'xformers'],
  [
    'a broken one is passed over in silence',
    [],
    { xformers: xformers('0.0.27', '2.3.1+cu121') },
    old,
    'pytorch',
  ],
  [
    'a live process that could not load it decides',
    [],
    { live: live({ xformers: null }) },
    old,
    'xformers',
  ],
  [
    'the flag for PyTorch switches xFormers off',
    ['--use-pytorch-cross-attention'],
    {},
    old,
    'pytorch',
  ],
  ['so does the flag against it', ['--disable-xformers'], {}, old, 'pytorch'],
  ['Sage goes first where it is asked for', ['--use-sage'], { distributions: sage }, old, 'sage'],
  ['and stops ComfyUI where it is missing', ['--use-sage-attention'], {}, old, 'stops'],
  [
    'the old order ignores the flash flag beside xFormers',
    ['--use-flash-attention'],
    { distributions: flash },
    old,
    'xformers',
  ],
  ['the new order does not', ['--use-flash-att'], { distributions: flash }, recent, 'flash'],
  [
    'an unknown version counts as new',
    ['--use-flash-attention'],
    { distributions: flash },
    null,
    'flash',
  ],
  [
    'a CPU torch has no faster choice',
    [],
    { torch: torch('2.6.0+cpu', null), xformers: absent('file') },
    old,
    'sub_quad',
  ],
  [
    'an xFormers that stops at the flash-attn beside it',
    [],
    {
      torch: torch('2.10.0+cu128', '12.8'),
      xformers: xformers('0.0.35', '2.10.0+cu128'),
      distributions: packages('flash-attn==2.9.0'),
    },
    old,
    'pytorch',
  ],
  [
    'split attention is for those who ask',
    ['--use-split-cross-attention'],
    { xformers: absent('file') },
    old,
    'split',
  ],
  [
    "ComfyUI's own kernels where they have attention",
    ['--use-ck-attention'],
    { distributions: packages('comfy-kitchen==0.2.40'), gpus: cards('RTX 2080') },
    recent,
    'comfy_kitchen',
  ],
  [
    'they are missing',
    ['--use-ck-attention'],
    { distributions: packages('numpy==2.0') },
    recent,
    'stops',
  ],
  [
    'they are too old for it',
    ['--use-ck-attention'],
    { distributions: packages('comfy-kitchen==0.2.28') },
    recent,
    'stops',
  ],
  [
    'the card is',
    ['--use-ck-attention'],
    { distributions: packages('comfy-kitchen==0.2.40'), gpus: cards('GTX 1080') },
    recent,
    'stops',
  ],
  [
    'one of two cards is not',
    ['--use-ck-attention'],
    { distributions: packages('comfy-kitchen==0.2.40'), gpus: cards('GTX 1080', 'RTX 4090') },
    recent,
    'comfy_kitchen',
  ],
  [
    'nobody asks for them',
    [],
    { distributions: packages('comfy-kitchen==0.2.40'), xformers: absent('file') },
    recent,
    'pytorch',
  ],
  [
    'quad attention too',
    ['--use-quad-cross-attention'],
    { xformers: absent('file') },
    old,
    'sub_quad',
  ],
];

describe('predicting the attention that ComfyUI will use', () => {
  it.each(table)('%s', (_, flags, own, version, backend) => {
    expect(predictBackend(factsWith(own), { version, flags }).backend).toBe(backend);
  });
});
