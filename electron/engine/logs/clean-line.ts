import { stripVTControlCharacters } from 'node:util';

const longest = 400;
const before = 120;

// eslint-disable-next-line no-control-regex
const unusual = /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u2018-\u201f]|\\["']/;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A line without control characters, its quotes as a program prints them. */
export function cleanLine(text: string): string {
  if (!unusual.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(control, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[\u2018-\u201b]/g, "'")
    .replaceAll(/[\u201c-\u201f]/g, '"')
    .replaceAll(/\\(["'])/g, '$1');
}

/** A piece of a line that a person can read, with what matters in it. */
export function excerpt(line: string, at: number): string {
  if (line.length <= longest) return line.trim();
  const start = Math.max(0, Math.min(at - before, line.length - longest));
  const end = start + longest;
  const piece = line.slice(start, end).trim();
  return `${start > 0 ? '…' : ''}${piece}${end < line.length ? '…' : ''}`;
}
