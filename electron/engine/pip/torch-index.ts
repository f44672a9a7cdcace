import type { System } from '../machine/system.ts';
import { withoutCredentials } from './pip-report.ts';

/** PyTorch's own wheel index, to which a family (cu128) is appended; a mirror may replace it. */
const officialBase = 'https://download.pytorch.org/whl';

export function torchIndexUrl(system: System, variant: string): string {
  return `${baseOf(system)}/${variant}`;
}

/** A plan is shown and shared, so it names an index without its password: here it comes back. */
export function withCredentials(system: System, url: string): string {
  const base = baseOf(system);
  const shown = withoutCredentials(base);
  return url.startsWith(`${shown}/`) ? base + url.slice(shown.length) : url;
}

function baseOf(system: System): string {
  const base = system.environment.ATTENTION_DOCTOR_TORCH_INDEX ?? '';
  return (base === '' ? officialBase : base).replace(/\/+$/, '');
}
