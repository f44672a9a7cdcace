import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import { hear } from '../diagnosis/evidence/heard.ts';

/** What PyTorch prints at packages that call it as an older PyTorch was called. */
const deprecations: readonly SignatureId[] = [
  'PT_DEPRECATED_CUSTOM_FWD',
  'PT_DEPRECATED_CUSTOM_BWD',
  'PT_DEPRECATED_IMPL_ABSTRACT',
];

/**
 * What else the lines give away, though it is no fault: warnings of a deprecated call tell
 * that xFormers is older than its PyTorch. They are never the cause of anything.
 */
export function hintsIn(said: readonly Said[], earlierTrouble: boolean): MessageRef[] {
  const hints = earlierTrouble ? [message('log.hint.earlier-start')] : [];
  if (hear(said).has('PT_CU126_COMMAND')) hints.push(message('log.hint.cu126-ended'));
  const line = hear(said).first(...deprecations);
  if (!line) return hints;
  const inXformers = /xformers/i.test(line.text);
  return [...hints, message(inXformers ? 'log.hint.old-xformers' : 'log.hint.old-caller')];
}
