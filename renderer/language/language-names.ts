import type { Language } from '../../shared/languages.ts';

/** Each language in its own words: who looks for it may read no other. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };
