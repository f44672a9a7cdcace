import type { TorchBuild } from '../../../shared/facts.ts';

/**
 * What a torch was built for, by its version alone. Only the local tag tells; a version
 * without one ("2.3.1") may be any build, and null is the honest answer.
 */
export function torchOfVersion(version: string): TorchBuild | null {
  const tag = /\+(?<kind>cpu|cu(?:da)?(?=\d)|rocm|xpu)(?<number>[\d.]*)/.exec(version)?.groups;
  const none = { version, cuda: null, hip: null, xpu: null };
  switch (tag?.['kind']) {
    case 'cpu':
      return none;
    case 'cu':
    case 'cuda':
      return { ...none, cuda: cudaOf(tag['number'] ?? '') };
    case 'rocm':
      return { ...none, hip: tag['number'] || 'rocm' };
    case 'xpu':
      return { ...none, xpu: 'xpu' };
    default:
      return null;
  }
}

/** 124 is 12.4, 118 is 11.8, 92 is 9.2: the last digit is the minor version. */
function cudaOf(digits: string): string {
  return digits.includes('.') ? digits : `${digits.slice(0, -1)}.${digits.slice(-1)}`;
}
