import { fullFlag } from '../knowledge/launch-flags.ts';
import { decodeBytes } from '../machine/line-reader.ts';
import { flagsOfScript } from './launchers.ts';
import type { FlagChange } from './settings/flag-change.ts';

/** main.py with the quotation mark that may close its path. */
const mainScript = /main\.py["']?/gi;
/** A flag without a value, with the blanks before it; at the beginning of a text with those behind. */
const flagWord =
  /[ \t]+(--[a-z][\w-]*)(?=[\s"'^\\`)]|$)|(?<=["'=(])(--[a-z][\w-]*)(?:[ \t]+|(?=["')\r\n]|$))/gi;

/**
 * A start script with other flags and not a byte more: encoding, line ends and everything else
 * stay. null where it cannot be done by these means, because the script, read as it would run,
 * would not have just these flags afterwards.
 */
export function editFlags(
  file: string,
  bytes: Uint8Array,
  { add, remove }: FlagChange,
): Uint8Array | null {
  const script = opened(bytes);
  const before = flagsOfScript(file, decodeBytes(bytes));
  if (before === null) return null;
  const gone = new Set(remove);
  const shorter = script.text.replace(flagWord, (whole, inside?: string, first?: string) =>
    gone.has(fullFlag(inside ?? first ?? '')) ? '' : whole,
  );
  const missing = add.filter((flag) => !before.some((each) => fullFlag(each) === flag));
  for (const { index, length } of placesOf(shorter)) {
    const end = index + length;
    const words = missing.map((flag) => ` ${flag}`).join('');
    const text = shorter.slice(0, end) + words + shorter.slice(end);
    const edited = script.close(text);
    const after = flagsOfScript(file, decodeBytes(edited));
    if (after !== null && isAsWanted(before, after, { add: missing, remove })) return edited;
  }
  return null;
}

/** Every place of main.py: which of them starts it, the reader of scripts tells. */
function placesOf(text: string): { index: number; length: number }[] {
  return [...text.matchAll(mainScript)].map((match) => ({
    index: match.index,
    length: match[0].length,
  }));
}

function isAsWanted(
  before: readonly string[],
  after: readonly string[],
  { add, remove }: FlagChange,
): boolean {
  const kept = before.filter((flag) => !remove.includes(fullFlag(flag)));
  return JSON.stringify([...kept, ...add].sort()) === JSON.stringify([...after].sort());
}

/**
 * The text byte by byte: all that is looked for is ASCII, which stands for itself in UTF-8 and in
 * the code pages of Windows. Only UTF-16, which begins with its mark, has to be decoded.
 */
function opened(bytes: Uint8Array): { text: string; close: (text: string) => Uint8Array } {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encoding = isWide ? 'utf16le' : 'latin1';
  return {
    text: Buffer.from(bytes).toString(encoding),
    close: (text) => new Uint8Array(Buffer.from(text, encoding)),
  };
}
