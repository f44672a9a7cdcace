import type { Language } from './contract.ts';
import { message, translate } from './messages/index.ts';
import type { Edit, Step } from './prescription.ts';

/** A step as one sentence, with its command or its edit. */
export function stepSentence(language: Language, { text, command, edit }: Step): string {
  const parts = [
    translate(language, text),
    ...(command ? [command.text] : []),
    ...(edit ? editSentences(language, edit) : []),
  ];
  return parts.join(' ');
}

/** Where, what goes, what comes: a line of each. */
export function editSentences(language: Language, { place, add, remove }: Edit): string[] {
  const say = (key: 'prescription.edit.add' | 'prescription.edit.remove', words: string) =>
    translate(language, message(key, { words }));
  return [
    translate(language, message('prescription.edit.place', { place: translate(language, place) })),
    ...(remove === null ? [] : [say('prescription.edit.remove', remove)]),
    ...(add === null ? [] : [say('prescription.edit.add', add)]),
  ];
}
