import { attentionFlagRows } from './tables.ts';

/**
 * The full name of a flag: ComfyUI's argparse takes any unambiguous beginning, so
 * --use-sage is --use-sage-attention. Unknown or ambiguous words stay as they are.
 */
export function fullFlag(word: string): string {
  const name = word.split('=')[0] ?? word;
  if (!name.startsWith('--')) return word;
  const names = attentionFlagRows.map((row) => row.flag).filter((flag) => flag.startsWith('--'));
  if (names.includes(name)) return name;
  const matches = names.filter((flag) => flag.startsWith(name));
  return matches.length === 1 && matches[0] ? matches[0] : name;
}

export function hasFlag(flags: readonly string[], wanted: string): boolean {
  return flags.some((flag) => fullFlag(flag) === wanted);
}

/** Flags that keep a ComfyUI off CUDA altogether (comfy/model_management.py). */
export function avoidsGpu(flags: readonly string[]): boolean {
  return hasFlag(flags, '--cpu') || hasFlag(flags, '--directml');
}
