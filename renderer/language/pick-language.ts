import type { Language } from '../../shared/contract.ts';

/** The user's own choice, else the first language of the system that we speak. */
export function pickLanguage(chosen: Language | null, system: readonly string[]): Language {
  if (chosen) return chosen;
  const first = system.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh\b/i.test(first) ? 'zh-CN' : 'en';
}
