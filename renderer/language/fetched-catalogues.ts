import type { Language } from '../../shared/contract.ts';
import { en, type MessageKey } from '../../shared/messages/en.ts';

type Catalogue = Record<MessageKey, string>;

/** What each language says; English until its own sentences are here. */
export const catalogues: Record<Language, Catalogue> = { en, 'zh-CN': en };

const fetchers: Partial<Record<Language, () => Promise<Catalogue>>> = {
  'zh-CN': async () => (await import('../../shared/messages/zh-CN.ts')).zhCN,
};
const here = new Set<Language>(['en']);

/** Whether the sentences of this language are here. */
export function isFetched(language: Language): boolean {
  return here.has(language);
}

/** Fetches the sentences of a language, once. They come from the place that the page came from. */
export async function fetchLanguage(language: Language): Promise<void> {
  const fetcher = fetchers[language];
  if (!fetcher || isFetched(language)) return;
  catalogues[language] = await fetcher();
  here.add(language);
}
