import type { SettingName } from '../../knowledge/program-rows.ts';
import type { Case } from './case.ts';

export type Attention = Extract<SettingName, 'sage' | 'flash' | 'xformers' | 'comfy_kitchen'>;

/** Which attention a message is about, by the words in it, and by the cause where it has none. */
export function askedFor(
  text: string,
  { finding, clues }: Pick<Case, 'finding' | 'clues'>,
): Attention | null {
  const named = ofWords(text);
  if (named) return named;
  if (finding.cause.startsWith('sageattention')) return 'sage';
  if (finding.cause.startsWith('flash_attn')) return 'flash';
  if (finding.cause.startsWith('xformers')) return 'xformers';
  return ofWords((clues.comfyui?.flags ?? []).join(' '));
}

function ofWords(text: string): Attention | null {
  if (/sage/i.test(text)) return 'sage';
  if (/flash[-_ ]?att/i.test(text)) return 'flash';
  if (/comfy[-_ ]kitchen|ck-attention/i.test(text)) return 'comfy_kitchen';
  return /xformers/i.test(text) ? 'xformers' : null;
}
