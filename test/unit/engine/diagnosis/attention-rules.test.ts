import { describe, expect, it } from 'vitest';
import { absent, known, type AttentionBuild, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { live, torch, xformers } from '../../../support/facts.ts';
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
const build = (own: Partial<AttentionBuild>): AttentionBuild => ({
  name: 'sageattention',
  version: '2.2.0',
  wheel: null,
  compiled: [],
  importable: true,
  ...own,
});
function imported(module: string, error: string | null): Facts['live'] {
  const answer = live({ torch: null, xformers: null });
  if (answer.state !== 'known') throw new Error('not live');
  return known({ ...answer.value, imports: [{ module, error }] }, 'probe');
}
const dll =
  'ImportError: DLL load failed while importing _fused: The specified procedure could not be found.';

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

  [
    'a Sage wheel of another CUDA',
    sage('2.2.0+cu130torch2.9.0andhigher.post4', '--use-sage-attention'),
    'sageattention_binary_mismatch',
    'error, medium',
  ],
  [
    'a Sage wheel of another torch',
    sage('2.1.1+cu128torch2.7.0', '--use-sage-attention'),
    'sageattention_binary_mismatch',
    'error, medium',
  ],
  [
    'the same without a flag',
    sage('2.1.1+cu128torch2.7.0'),
    'sageattention_binary_mismatch',
    'warning, medium',
  ],
  [
    'a Sage wheel for this torch and higher ones',
    sage('2.2.0+cu128torch2.9.0andhigher.post4', '--use-sage-attention'),
    'sageattention_binary_mismatch',
    null,
  ],
  [
    'a Sage wheel for later ones only',
    { ...sage('2.2.0+cu128torch2.10.0andhigher.post6', '--use-sage-attention') },
    'sageattention_binary_mismatch',
    'error, medium',
  ],
  [
    'a Sage wheel that imports',
    { ...sage('2.1.1+cu128torch2.7.0'), live: imported('sageattention', null) },
    'sageattention_binary_mismatch',
    null,
  ],
  [
    'a Sage wheel that does not load',
    { ...sage('2.2.0'), live: imported('sageattention', dll) },
    'sageattention_binary_mismatch',
    'error, high',
  ],
  [
    'a Sage whose Triton is missing',
    {
      ...sage('2.2.0'),
      live: imported('sageattention', "ModuleNotFoundError: No module named 'triton'"),
    },
    'sageattention_binary_mismatch',
    null,
  ],
  [
    'a Sage by the address of its wheel',
    {
      ...sage('2.2.0'),
      attentionBuilds: [
        build({ wheel: 'sageattention-2.2.0+cu130torch2.9.0-cp311-cp311-win_amd64.whl' }),
      ],
    },
    'sageattention_binary_mismatch',
    'warning, medium',
  ],
  [
    'a Sage compiled for another Python',
    {
      ...sage('2.2.0'),
      attentionBuilds: [build({ compiled: ['_fused.cpython-312-x86_64-linux-gnu.so'] })],
    },
    'sageattention_binary_mismatch',
    'warning, medium',
  ],
  [
    'a Sage for any Python',
    { ...sage('2.2.0'), attentionBuilds: [build({ compiled: ['_fused.abi3.so', '_fused.pyd'] })] },
    'sageattention_binary_mismatch',
    null,
  ],
  ['a Sage of which nothing is known', sage('2.2.0'), 'sageattention_binary_mismatch', null],

  [
    'Sage 1 beside RTX 40',
    { ...sage('1.0.6'), gpus: cards('RTX 4090') },
    'sageattention_wrong_build',
    'harmless, low',
  ],
  [
    'Sage 1 beside RTX 30',
    { ...sage('1.0.6'), gpus: cards('RTX 3060') },
    'sageattention_wrong_build',
    null,
  ],
  [
    'Sage 2 without the kernel of RTX 40',
    {
      ...sage('2.2.0', '--use-sage-attention'),
      gpus: cards('RTX 4090'),
      attentionBuilds: [build({ compiled: ['_qattn_sm80.abi3.so', '_fused.abi3.so'] })],
    },
    'sageattention_wrong_build',
    'error, medium',
  ],
  [
    'Sage 2 with it',
    {
      ...sage('2.2.0', '--use-sage-attention'),
      gpus: cards('RTX 4090'),
      attentionBuilds: [build({ compiled: ['_qattn_sm80.abi3.so', '_qattn_sm89.abi3.so'] })],
    },
    'sageattention_wrong_build',
    null,
  ],
  [
    'Sage 2 with files of other names',
    {
      ...sage('2.2.0'),
      gpus: cards('RTX 4090'),
      attentionBuilds: [build({ compiled: ['_fused.abi3.so'] })],
    },
    'sageattention_wrong_build',
    null,
  ],

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
      attentionBuilds: [build({ name: 'flash-attn', version: null, importable: false })],
    },
    'flash_attn_binary_mismatch',
    'error, high',
  ],
  [
    'a whole one without a listing',
    {
      ...newXformers,
      attentionBuilds: [build({ name: 'flash-attn', version: null, importable: true })],
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

describe('rules about attention packages', () => {
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

  it('say nothing of what nobody listed', () => {
    const unlisted: Partial<Facts> = { ...noXformers, xformers: absent('file') };
    expect(verdictOn({ ...unlisted, gpus: cards('RTX 2080') }, 'attention_gpu_too_old')).toBeNull();
  });
});
