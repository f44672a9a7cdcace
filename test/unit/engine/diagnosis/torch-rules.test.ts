import { describe, expect, it } from 'vitest';
import { absent, known, unknown, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch } from '../../../support/facts.ts';
import {
  cards,
  comfyui,
  driver,
  evidenceOf,
  findingsOf,
  liveTorch,
  noXformers,
  packages,
  verdictOn,
} from '../../../support/findings.ts';

const cu118: Partial<Facts> = { ...noXformers, torch: torch('2.7.1+cu118', '11.8') };
const cu126: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu126', '12.6') };
const cu128: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu128', '12.8') };
const cu130: Partial<Facts> = { ...noXformers, torch: torch('2.10.0+cu130', '13.0') };
const amd: Facts['gpus'] = known(
  [{ vendor: 'amd', name: 'amd', computeCapability: null, memoryMiB: null }],
  'driver',
);
const radeon: Facts['gpus'] = known(
  [{ vendor: 'amd', name: 'AMD Radeon RX 7900', computeCapability: null, memoryMiB: null }],
  'driver',
);

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

  [
    'torchvision of another torch',
    { ...cu126, distributions: packages('torchvision==0.22.1+cu126') },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'torchvision of this torch',
    { ...cu126, distributions: packages('torchvision==0.23.0+cu126') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'a patch release of torchvision',
    { ...cu126, distributions: packages('torchvision==0.23.1') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision without CUDA',
    { ...cu126, distributions: packages('torchvision==0.23.0+cpu') },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'torchvision of another CUDA major',
    { ...cu130, distributions: packages('torchvision==0.25.0+cu126') },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'torchvision of another CUDA minor',
    { ...cu128, distributions: packages('torchvision==0.23.0+cu129') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision from source',
    { ...cu126, distributions: packages('torchvision==0.20.0a0+bf0162') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision 0.29.2 beside torch 2.15, as the index has it',
    {
      ...noXformers,
      torch: torch('2.15.0+cu132', '13.2'),
      distributions: packages('torchvision==0.29.2'),
    },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision of the torch before',
    {
      ...noXformers,
      torch: torch('2.15.0+cu132', '13.2'),
      distributions: packages('torchvision==0.28.0'),
    },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'only torchaudio is another',
    { ...cu126, distributions: packages('torchvision==0.23.0', 'torchaudio==2.6.0') },
    'torchvision_torch_mismatch',
    'warning, medium',
  ],
  [
    'the last torchaudio beside a later torch',
    {
      ...noXformers,
      torch: torch('2.14.0+cu130', '13.0'),
      distributions: packages('torchaudio==2.11.0'),
    },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'a torch that no table knows',
    {
      ...noXformers,
      torch: torch('2.40.0+cu140', '14.0'),
      distributions: packages('torchvision==0.22.1'),
    },
    'torchvision_torch_mismatch',
    null,
  ],

  [
    'a driver below the floor',
    { ...cu130, driver: driver('572.16') },
    'nvidia_driver_too_old',
    'error, medium',
  ],
  [
    'a driver below the floor, and no device live',
    { ...cu130, driver: driver('572.16'), live: liveTorch({ cudaAvailable: false }) },
    'nvidia_driver_too_old',
    'error, high',
  ],
  [
    'a driver at the floor',
    { ...cu130, driver: driver('580.65.06') },
    'nvidia_driver_too_old',
    null,
  ],
  [
    'forward compatibility: it runs',
    { ...cu130, driver: driver('572.16'), live: liveTorch({ cudaAvailable: true }) },
    'nvidia_driver_too_old',
    null,
  ],
  [
    'Windows counts its own numbers',
    { ...cu126, platform: 'win32', driver: driver('526.98') },
    'nvidia_driver_too_old',
    'error, medium',
  ],
  ['a driver without a number', { ...cu130, driver: driver(null) }, 'nvidia_driver_too_old', null],

  [
    'no device although the driver sees the card',
    {
      ...cu126,
      driver: driver('560.35'),
      gpus: cards('RTX 3060'),
      live: liveTorch({ cudaAvailable: false }),
    },
    'cuda_device_unavailable',
    'error, high',
  ],
  [
    'no device because the driver is too old',
    {
      ...cu130,
      driver: driver('560.35'),
      gpus: cards('RTX 3060'),
      live: liveTorch({ cudaAvailable: false }),
    },
    'cuda_device_unavailable',
    null,
  ],
  [
    'no device and no card either',
    {
      ...cu126,
      driver: absent('driver'),
      gpus: unknown(),
      live: liveTorch({ cudaAvailable: false }),
    },
    'cuda_device_unavailable',
    null,
  ],
  [
    'no device, as was asked',
    {
      ...cu126,
      comfyui: comfyui('--cpu'),
      driver: driver('560.35'),
      gpus: cards('RTX 3060'),
      live: liveTorch({ cudaAvailable: false }),
    },
    'cuda_device_unavailable',
    null,
  ],
  [
    'a device',
    { ...cu126, driver: driver('560.35'), gpus: cards('RTX 3060'), live: liveTorch({}) },
    'cuda_device_unavailable',
    null,
  ],

  [
    'a CUDA torch with AMD cards only',
    { ...cu126, gpus: amd },
    'wrong_vendor_torch_build',
    'error, medium',
  ],
  [
    'a CUDA torch beside an NVIDIA card as well',
    {
      ...cu126,
      gpus: known(
        [
          ...(amd.state === 'known' ? amd.value : []),
          ...(cards('RTX 3060').state === 'known'
            ? [{ vendor: 'nvidia' as const, name: 'x', computeCapability: null, memoryMiB: null }]
            : []),
        ],
        'driver',
      ),
    },
    'wrong_vendor_torch_build',
    null,
  ],
  [
    'an NVIDIA driver whose card the bus does not list',
    { ...cu126, gpus: amd, driver: driver(null) },
    'wrong_vendor_torch_build',
    null,
  ],
  [
    'a torch without GPU support beside a Radeon',
    { ...noXformers, torch: torch('2.6.0+cpu', null), gpus: radeon },
    'wrong_vendor_torch_build',
    'error, medium',
  ],
  [
    'and it is not called a lost NVIDIA build',
    { ...noXformers, torch: torch('2.6.0+cpu', null), gpus: radeon },
    'torch_cpu_build',
    null,
  ],
  [
    'the graphics part of a processor says nothing',
    { ...noXformers, torch: torch('2.6.0+cpu', null), gpus: amd },
    'wrong_vendor_torch_build',
    null,
  ],
  [
    'a bare Python may compute on the processor',
    { ...cu126, comfyui: null, gpus: amd },
    'wrong_vendor_torch_build',
    null,
  ],
  [
    'ZLUDA',
    { ...cu126, gpus: amd, live: liveTorch({ cudaAvailable: true }) },
    'wrong_vendor_torch_build',
    null,
  ],

  [
    'NumPy 2 beside torch 2.2',
    { ...noXformers, torch: torch('2.2.2+cu121', '12.1'), distributions: packages('numpy==2.1.0') },
    'numpy_abi_mismatch',
    'error, high',
  ],
  [
    'NumPy 2 beside torch 2.3 on Linux',
    { ...noXformers, torch: torch('2.3.1+cu121', '12.1'), distributions: packages('numpy==2.1.0') },
    'numpy_abi_mismatch',
    null,
  ],
  [
    'NumPy 2 beside torch 2.3 on Windows',
    {
      ...noXformers,
      platform: 'win32',
      torch: torch('2.3.1+cu121', '12.1'),
      distributions: packages('numpy==2.1.0'),
    },
    'numpy_abi_mismatch',
    'error, high',
  ],
  [
    'NumPy 1',
    {
      ...noXformers,
      torch: torch('2.2.2+cu121', '12.1'),
      distributions: packages('numpy==1.26.4'),
    },
    'numpy_abi_mismatch',
    null,
  ],
];

describe('rules about torch, the card and the driver', () => {
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

  it('believe a torchvision that a live Python imported', () => {
    const base = { ...cu126, distributions: packages('torchvision==0.22.1') };
    const imported = (error: string | null): Facts['live'] => {
      const answer = liveTorch({});
      if (answer.state !== 'known') throw new Error('not live');
      return known({ ...answer.value, imports: [{ module: 'torchvision', error }] }, 'probe');
    };
    expect(verdictOn({ ...base, live: imported(null) }, 'torchvision_torch_mismatch')).toBeNull();
    const said = 'RuntimeError: operator torchvision::nms does not exist';
    expect(verdictOn({ ...base, live: imported(said) }, 'torchvision_torch_mismatch')).toBe(
      'error, high',
    );
    const other = "ModuleNotFoundError: No module named 'PIL'";
    expect(verdictOn({ ...cu126, live: imported(other) }, 'torchvision_torch_mismatch')).toBeNull();
  });
});
