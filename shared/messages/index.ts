import type { Language } from '../contract.ts';
import type { MessageParams, Problem } from '../problem.ts';
import type { MessageRef } from './message-ref.ts';
import { catalogues } from './catalogues.ts';
import { en, type MessageKey } from './en.ts';

export type { MessageKey, MessageRef };

/** Makes a reference; a key that no catalogue has is a compile error. */
export function message(key: MessageKey, params?: MessageParams): MessageRef {
  return params ? { key, params } : { key };
}

/** The sentence in the language asked for, with `{name}` replaced by `params.name`. */
export function translate(language: Language, ref: MessageRef): string {
  const template = isKey(ref.key) ? catalogues[language][ref.key] : ref.key;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = ref.params?.[name];
    return value === undefined ? whole : String(value);
  });
}

export function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/** The sentence of a Problem. */
export function problemSentence(language: Language, problem: Problem): string {
  const params = reasonsOf(language, problem);
  return translate(language, message(`problem.${problem.code}`, { ...problem.params, ...params }));
}

function reasonsOf(language: Language, { reasons }: Problem): MessageParams {
  if (!reasons) return {};
  // Chinese sentences follow one another without a blank.
  const between = language === 'en' ? ' ' : '';
  return { reasons: reasons.map((each) => translate(language, each)).join(between) };
}

/** What the user can do about it. */
export function problemHint(language: Language, problem: Problem): string {
  return translate(language, message(`problem.${problem.code}.hint`, problem.params));
}
