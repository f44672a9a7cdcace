import type { Language } from '../contract.ts';
import type { AttentionInUse } from '../log-analysis.ts';
import type { Backend } from '../verification.ts';
import { message, translate } from './index.ts';

/**
 * Which attention the last picture of a log used, and whether the launch flags ask for it; null
 * where the log does not tell.
 */
export function backendSentence(
  language: Language,
  { asked, last, wanted, way }: AttentionInUse,
): string | null {
  if (last === null) return null;
  const name = (backend: Backend | null): string =>
    backend === null ? '' : translate(language, message(`ui.backend.${backend}`));
  const params = { last: name(last), asked: name(asked), wanted: name(wanted) };
  if (asked === null) return translate(language, message(`log.backend.${way}`, params));
  const match = asked === last ? ('asked' as const) : ('other' as const);
  return translate(language, message(`log.backend.${way}.${match}`, params));
}
