import { torchIndexBase, withoutCredentials } from '../knowledge/torch-index.ts';
import type { System } from '../machine/system.ts';

/** `mirror`: the base that was chosen for this one time. */
export function torchIndexUrl(
  system: System,
  variant: string,
  mirror: string | null = null,
): string {
  return `${mirror ?? baseOf(system)}/${variant}`;
}

/** A plan is shown and shared, so it names an index without its password: here it comes back. */
export function withCredentials(system: System, url: string): string {
  const base = baseOf(system);
  const shown = withoutCredentials(base);
  return url.startsWith(`${shown}/`) ? base + url.slice(shown.length) : url;
}

function baseOf(system: System): string {
  return torchIndexBase(system.environment.ATTENTION_DOCTOR_TORCH_INDEX);
}
