import { describe, expect, it } from 'vitest';
import { absent, known, unknown, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch } from '../../../support/facts.ts';
import {
  cards,
  comfyui,
  driver,
  liveTorch,
  noXformers,
  verdictOn,
} from '../../../support/findings.ts';

const cu126: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu126', '12.6') };
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
];

describe('driver, device and maker', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });
});
