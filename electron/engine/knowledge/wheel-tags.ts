import { compare } from './versions.ts';
import type { TorchBuild } from '../../../shared/facts.ts';
import { familyOfTorch, minorOf, plainVersion } from './cuda-family.ts';

/**
 * What a wheel of flash-attn or SageAttention says of its own build, in its version or file
 * name: 2.8.3+cu12torch2.8cxx11abiTRUE, 2.2.0+cu128torch2.9.0andhigher.post4.
 */
export type WheelTags = {
  cudaMajor: number | null;
  torch: string | null;
  andHigher: boolean;
  cxx11Abi: boolean | null;
};

export function wheelTags(text: string): WheelTags {
  const cuda = /[+.]?cu(\d{2,3})(?!\d)/i.exec(text)?.[1];
  const torch = /torch(\d+\.\d+(?:\.\d+)?)(andhigher)?/i.exec(text);
  const abi = /cxx11abi(TRUE|FALSE)/i.exec(text)?.[1];
  return {
    cudaMajor: cuda ? Number(cuda.slice(0, 2)) : null,
    torch: torch?.[1] ?? null,
    andHigher: torch?.[2] !== undefined,
    cxx11Abi: abi ? abi.toUpperCase() === 'TRUE' : null,
  };
}

/** From torch 2.10 on the C++ interface is stable: what was built for it loads beside later ones. */
const stableSince = '2.10';

/** In what a wheel differs from the torch it stands beside; null where nothing says so. */
export function wheelDiffers(
  torch: TorchBuild,
  tags: WheelTags,
  platform: string | null,
): 'cuda' | 'torch' | 'abi' | null {
  const family = familyOfTorch(torch);
  if (!family) return null;
  if (tags.cudaMajor !== null && tags.cudaMajor !== family.major) return 'cuda';
  if (tags.torch !== null && !torchServes(torch, tags.torch, tags.andHigher)) return 'torch';
  const abi = platform === 'linux' ? cxx11AbiOf(torch, family.variant) : null;
  return abi !== null && tags.cxx11Abi !== null && tags.cxx11Abi !== abi ? 'abi' : null;
}

function torchServes(torch: TorchBuild, built: string, andHigher: boolean): boolean {
  const ours = minorOf(torch.version);
  if (ours === minorOf(built)) return true;
  const later = compare(plainVersion(torch.version), plainVersion(built)) > 0;
  return later && (andHigher || compare(minorOf(built), stableSince) >= 0);
}

/**
 * Official Linux wheels: the old C++ ABI up to 2.6, but for the cu126 wheels of 2.6; the new
 * one from 2.7 on (PyTorch 2.6 and 2.7 release notes). Builds of others are their own.
 */
function cxx11AbiOf(torch: TorchBuild, variant: string): boolean | null {
  if (!/\+cu\d+$/.test(torch.version)) return null;
  const minor = minorOf(torch.version);
  if (minor === '2.6') return variant === 'cu126';
  return compare(minor, '2.7') >= 0;
}
