import type { TorchBuild } from '../../../shared/facts.ts';

/**
 * What a torch was built for, by its version alone. Only the local tag tells; a version
 * without one ("2.3.1") may be any build, and null is the honest answer.
 */
export function torchOfVersion(version: string): TorchBuild | null {
  const tag = /\+(?<kind>cpu|cu|rocm|xpu)(?<number>[\d.]*)/.exec(version)?.groups;
  const none = { version, cuda: null, hip: null, xpu: null };
  switch (tag?.['kind']) {
    case 'cpu':
      return none;
    case 'cu':
      return { ...none, cuda: cudaOf(tag['number'] ?? '') };
    case 'rocm':
      return { ...none, hip: tag['number'] || 'rocm' };
    case 'xpu':
      return { ...none, xpu: 'xpu' };
    default:
      return null;
  }
}

/** 124 is 12.4, 118 is 11.8. */
function cudaOf(digits: string): string {
  return `${digits.slice(0, 2)}.${digits.slice(2)}`;
}
