import * as z from 'zod';
import { derived, liveRows } from '../knowledge/live-tables.ts';

const rows = liveRows('message-keys', z.object({ key: z.string(), source: z.string() }));
const saying = derived(() => new Set(rows.map(({ key }) => key)));

/** `'key': 'value'` of a Python dictionary or of JSON; a value may hold the other quote. */
const pair = /(['"])([\w .-]{1,60})\1\s*:\s*("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)/g;

/**
 * A line without the texts in which a program only reports what it has, such as the reason why
 * ComfyUI's inventory calls a backend unavailable: such a text is a fact about that entry and no
 * message. Of the same length, so that places stay.
 */
export function withoutReported(line: string): string {
  if (!/["']\s*:\s*["']/.test(line)) return line;
  return line.replace(pair, (whole: string, _quote: string, key: string, value: string) =>
    saying().has(key.toLowerCase())
      ? whole
      : whole.slice(0, whole.length - value.length) + ' '.repeat(value.length),
  );
}
