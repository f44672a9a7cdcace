import { splitWords } from './words.ts';

/** One line of words within a text: what it says, and where each of its characters is written. */
export type Line = {
  value: string;
  /** For each character of `value` and for its end, the place in the text. */
  offsets: readonly number[];
};

const word = /(?:[^\s"']+|"[^"]*"|'[^']*')+/g;

/** A line that is written as it is meant. `start` and `end`: its place in the text. */
export function plainLine(text: string, start: number, end: number): Line {
  const value = text.slice(start, end);
  return { value, offsets: Array.from({ length: value.length + 1 }, (_, at) => start + at) };
}

/**
 * The text with one word less, one more, or one instead of the other in its place; nothing else
 * of it changes. null where the old word is not there.
 */
export function exchangeWord(
  text: string,
  { value, offsets }: Line,
  old: string | null,
  added: string | null,
): string | null {
  const put = (start: number, end: number, words: string): string =>
    text.slice(0, offsets[start] ?? 0) + words + text.slice(offsets[end] ?? 0);
  const words = [...value.matchAll(word)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    plain: splitWords(match[0])[0] ?? '',
  }));
  const last = words.at(-1);
  if (old === null)
    return last
      ? put(last.end, last.end, ` ${added ?? ''}`)
      : put(value.length, value.length, added ?? '');
  const at = words.findIndex(({ plain }) => plain === old);
  const gone = words[at];
  if (!gone) return null;
  if (added !== null) return put(gone.start, gone.end, added);
  const [before, behind] = [words[at - 1], words[at + 1]];
  // Its blanks go with it: those before it, else those behind.
  return before ? put(before.end, gone.end, '') : put(gone.start, behind?.start ?? gone.end, '');
}
