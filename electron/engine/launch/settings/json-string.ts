import type { Node } from 'jsonc-parser';
import type { Line } from './line.ts';

/** Names stand in a map of options without their dashes. */
export function nameOf(flag: string): string {
  return flag.replace(/^--/, '');
}

/** The characters of a JSON string, each where it is written: `\u002d` is one as well. */
export function lineOf(text: string, { offset, length }: Node): Line {
  const end = offset + length - 1;
  const offsets: number[] = [];
  let value = '';
  for (let at = offset + 1; at < end;) {
    const written = /^\\(?:u[\da-f]{4}|.)/i.exec(text.slice(at, at + 6))?.[0] ?? text.charAt(at);
    value += written.length === 1 ? written : String(JSON.parse(`"${written}"`));
    offsets.push(at);
    at += written.length;
  }
  return { value, offsets: [...offsets, end] };
}
