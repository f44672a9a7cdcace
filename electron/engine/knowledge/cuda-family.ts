import type { TorchBuild } from '../../../shared/facts.ts';

export type CudaFamily = { variant: string; major: number };

/**
 * The CUDA family of a torch version with a local tag: 2.6.0+cu124 is cu124, major 12.
 * null: no tag, or a tag of another kind (+cpu, +rocm6.2).
 */
export function familyOfTag(version: string): CudaFamily | null {
  const digits = /\+cu(\d{3})/.exec(version)?.[1];
  return digits ? { variant: `cu${digits}`, major: Number(digits.slice(0, 2)) } : null;
}

/** The CUDA family of an installed torch: by its tag, else by version.py's `cuda` ("13.2" is cu132). */
export function familyOfTorch(torch: TorchBuild): CudaFamily | null {
  const tagged = familyOfTag(torch.version);
  if (tagged) return tagged;
  const match = torch.cuda === null ? null : /^(\d+)\.(\d+)/.exec(torch.cuda);
  return match
    ? { variant: `cu${match[1] ?? ''}${match[2] ?? ''}`, major: Number(match[1]) }
    : null;
}

export type TorchVendor = 'cuda' | 'rocm' | 'xpu' | 'cpu';

/** What this torch was compiled for. All three fields empty is the CPU build, whatever the number says. */
export function vendorOfTorch(torch: TorchBuild): TorchVendor {
  if (torch.hip !== null || /\+rocm/.test(torch.version)) return 'rocm';
  if (torch.xpu !== null || /\+xpu/.test(torch.version)) return 'xpu';
  return torch.cuda !== null ? 'cuda' : 'cpu';
}

/** 2.6.0+cu124 without the tag, and its first two numbers. */
export function plainVersion(version: string): string {
  return version.split('+')[0] ?? version;
}
export function minorOf(version: string): string {
  return plainVersion(version).split('.').slice(0, 2).join('.');
}
