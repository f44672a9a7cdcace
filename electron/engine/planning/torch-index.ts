import type { System } from '../system.ts';

/** PyTorch's own wheel index, to which a family (cu128) is appended; a mirror may replace it. */
const officialBase = 'https://download.pytorch.org/whl';

export function torchIndexUrl(system: System, variant: string): string {
  const base = system.environment.ATTENTION_DOCTOR_TORCH_INDEX ?? '';
  return `${(base === '' ? officialBase : base).replace(/\/+$/, '')}/${variant}`;
}
