import { widthOf } from './terminal.ts';

/** Lines may break around each of these; anything else is part of a word. */
const wide = '[⺀-鿿＀-￯]';
/** No line begins with the first, nor ends with the second (GB/T 15834; “kinsoku”). */
const closing = '[、。〉》」』】〕〗〙〛！＂＇），．：；？］｝～”’…—]';
const opening = '[〈《「『【〔〖〘〚（［｛“‘]';

/** What stays together: opening marks, one character or one word, closing marks. */
const pieces = new RegExp(
  String.raw`${opening}*(?:(?!${closing}|${opening})${wide}|(?:(?!${wide})\S)+)${closing}*|\s+|\S`,
  'g',
);

/**
 * Breaks text into lines no wider than `width`; Chinese breaks between any two characters that
 * punctuation does not bind to one another. A word wider than a line has one to itself.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(pieces) ?? []) {
      if (line.trim() !== '' && widthOf(indent + line + piece.trimEnd()) > width) {
        lines.push(indent + line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(indent + line.trimEnd());
  }
  return lines;
}
