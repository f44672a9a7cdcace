import type { BuiltWheel } from './wheel.ts';
import { torchWheel } from './torch.ts';
import { xformersWheel } from './xformers.ts';
import {
  flashAttentionWheel,
  numpyWheel,
  sageattentionWheel,
  torchaudioWheel,
  torchvisionWheel,
  tritonWheel,
} from './companions.ts';

/** Every index of the tests: name below the server's address to the wheels on it. */
export type Catalogue = Record<string, BuiltWheel[]>;

/** What the real indexes carry, as far as the scenarios need it. */
export function standardCatalogue(): Catalogue {
  return {
    simple: publicIndex(),
    'whl/cpu': [torchWheel({ version: '2.6.0+cpu' }), torchvision('2.6.0+cpu', '0.21.0+cpu')],
    'whl/cu118': [
      torchWheel({ version: '2.6.0+cu118' }),
      xformersWheel({ version: '0.0.29.post3+cu118', torch: '2.6.0+cu118' }),
    ],
    'whl/cu121': [
      torchWheel({ version: '2.3.1+cu121' }),
      xformersWheel({ version: '0.0.27', torch: '2.3.1+cu121' }),
    ],
    'whl/cu124': [
      torchWheel({ version: '2.5.1+cu124' }),
      torchWheel({ version: '2.6.0+cu124' }),
      torchvision('2.6.0+cu124', '0.21.0+cu124'),
      torchaudioWheel({ version: '2.6.0+cu124', torch: '2.6.0' }),
      xformersWheel({ version: '0.0.28.post3', torch: '2.5.1+cu124' }),
      xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' }),
      tritonWheel({ version: '3.2.0' }),
    ],
    'whl/cu126': [
      torchWheel({ version: '2.6.0+cu126' }),
      torchWheel({ version: '2.10.0+cu126' }),
      xformersWheel({ version: '0.0.29.post3+cu126', torch: '2.6.0+cu126' }),
      xformersWheel({ version: '0.0.34', torch: '2.10.0+cu126' }),
      xformersWheel({ version: '0.0.35', torch: '2.10.0+cu126' }),
    ],
    'whl/cu128': [
      torchWheel({ version: '2.10.0+cu128' }),
      torchvision('2.10.0+cu128', '0.25.0+cu128'),
      xformersWheel({ version: '0.0.34', torch: '2.10.0+cu128' }),
      xformersWheel({ version: '0.0.35', torch: '2.10.0+cu128' }),
      tritonWheel({ version: '3.6.0' }),
    ],
    'whl/cu130': [
      torchWheel({ version: '2.10.0+cu130' }),
      torchvision('2.10.0+cu130', '0.25.0+cu130'),
      xformersWheel({ version: '0.0.34', torch: '2.10.0+cu130' }),
      xformersWheel({ version: '0.0.35', torch: '2.10.0+cu130' }),
      tritonWheel({ version: '3.6.0' }),
    ],
  };
}

function publicIndex(): BuiltWheel[] {
  return [
    torchWheel({ version: '2.6.0', cuda: '12.4' }),
    torchWheel({ version: '2.10.0', cuda: '12.8' }),
    torchvision('2.6.0', '0.21.0'),
    torchvision('2.10.0', '0.25.0'),
    torchaudioWheel({ version: '2.6.0', torch: '2.6.0' }),
    xformersWheel({ version: '0.0.27', torch: '2.3.1+cu121' }),
    xformersWheel({ version: '0.0.28.post3', torch: '2.5.1+cu121' }),
    xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' }),
    xformersWheel({ version: '0.0.34', torch: '2.10.0+cu128' }),
    xformersWheel({ version: '0.0.35', torch: '2.10.0+cu128' }),
    tritonWheel({ version: '3.1.0' }),
    tritonWheel({ version: '3.2.0' }),
    tritonWheel({ version: '3.6.0' }),
    tritonWheel({ version: '3.2.0.post21', distribution: 'triton-windows' }),
    tritonWheel({ version: '3.6.0.post25', distribution: 'triton-windows' }),
    numpyWheel({ version: '2.2.6' }),
    sageattentionWheel({ version: '1.0.6' }),
    flashAttentionWheel({ version: '2.7.4.post1', torch: '2.6.0+cu124' }),
  ];
}

function torchvision(torch: string, version: string): BuiltWheel {
  return torchvisionWheel({ version, torch });
}
