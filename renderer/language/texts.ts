import { createContext, useContext } from 'react';
import type { Language } from '../../shared/contract.ts';
import {
  message,
  translate,
  type MessageKey,
  type MessageRef,
} from '../../shared/messages/index.ts';
import type { MessageParams } from '../../shared/problem.ts';

export const LanguageContext = createContext<Language>('en');

export type Texts = {
  language: Language;
  /** A sentence of the wizard itself. */
  text: (key: MessageKey, params?: MessageParams) => string;
  /** A sentence that the engine chose. */
  say: (ref: MessageRef) => string;
};

/** The sentences of the language that is on. */
export function useTexts(): Texts {
  const language = useContext(LanguageContext);
  return {
    language,
    text: (key, params) => translate(language, message(key, params)),
    say: (ref) => translate(language, ref),
  };
}
