import { splitWords } from './words.ts';

/** The flags of a file with one argument in a line; # begins a comment. */
export function flagsInLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .flatMap(splitWords);
}

/** As `exchangeWord`, for such a file: a line goes, comes or is another. Pure. */
export function exchangeLine(
  text: string,
  old: string | null,
  added: string | null,
): string | null {
  const end = /\r?\n/.exec(text)?.[0] ?? '\n';
  if (old === null) {
    if (added === null) return text;
    return text === '' || text.endsWith('\n') ? text + added + end : text + end + added;
  }
  const line = [...text.matchAll(/^[ \t]*([^\r\n]*?)[ \t]*(?:\r?\n|$)/gm)].find(
    (match) => match[1] === old,
  );
  if (!line) return null;
  const start = line.index + line[0].indexOf(old);
  if (added !== null) return text.slice(0, start) + added + text.slice(start + old.length);
  return text.slice(0, line.index) + text.slice(line.index + line[0].length);
}
