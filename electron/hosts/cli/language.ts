import { languages, type Language } from '../../../shared/languages.ts';

export { languages };

export function isLanguage(word: string): word is Language {
  return languages.some((each) => each === word);
}

/** The language of the terminal: Chinese where the locale says so, else English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh\b|^zh_/i.test(locale) ? 'zh-CN' : 'en';
}
