import type { Clues } from './clues.ts';

/** The start script that is used, else the first other one; null where files name none. */
export function startScriptOf({ comfyui }: Pick<Clues, 'comfyui'>): string | null {
  const from = comfyui?.flagsFrom;
  if (from?.kind === 'launcher') return from.path;
  return comfyui?.otherLaunchers?.[0]?.path ?? null;
}
