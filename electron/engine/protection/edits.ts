import { createHash } from 'node:crypto';
import { openText } from '../launch/settings/open-text.ts';
import { forms, type FormName } from './forms/index.ts';
import { linesOf } from './forms/ini.ts';
import type { Entry } from './record.ts';

const nothing = new Uint8Array();

/** A file with what is wanted; null where it cannot be put in safely. Pure. */
export function withWanted(
  bytes: Uint8Array | null,
  form: FormName,
  wanted: readonly string[],
): Uint8Array | null {
  // Python's configparser stops at a mark of UTF-8, and at every text of UTF-16.
  if (bytes && (form === 'pip' || form === 'downgrade') && bytes[0] !== undefined && bytes[0] > 127)
    return null;
  const opened = openText(bytes ?? nothing, form === 'overrides');
  const text = opened && forms[form].put(opened.text, wanted);
  return opened && text !== null ? opened.close(text) : null;
}

/** What of it a file does not say yet: what is there in somebody's own words stays his. Pure. */
export function missingIn(
  bytes: Uint8Array | null,
  form: FormName,
  wanted: readonly string[],
): string[] {
  const text = openText(bytes ?? nothing, form === 'overrides')?.text ?? '';
  return forms[form].missing?.(text, wanted) ?? [...wanted];
}

/**
 * A file without what is ours: to the byte where nobody wrote in it since, else without our lines
 * alone. null: nothing is left of a file that was not there before. Pure.
 */
export function withoutOurs(bytes: Uint8Array | null, entry: Entry): Uint8Array | null {
  if (bytes === null) return null;
  const rest = hashOf(bytes) === entry.after ? cut(bytes, entry) : takenOut(bytes, entry);
  return !entry.existed && isBlank(rest) ? null : rest;
}

function takenOut(bytes: Uint8Array, { form, wanted }: Entry): Uint8Array {
  const opened = openText(bytes, form === 'overrides');
  return opened ? opened.close(forms[form].takeOut(opened.text, wanted)) : bytes;
}

function cut(bytes: Uint8Array, { at, length }: Entry): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]));
}

/** An empty object of JSON is what is left of one that held our keys alone. */
function isBlank(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|\s)*(?:\{\s*\}\s*)?$/.test(Buffer.from(bytes).toString('utf8'));
}

/** Where one text was put into another. */
export function insertion(
  before: Uint8Array | null,
  after: Uint8Array,
): Pick<Entry, 'at' | 'length'> | null {
  const old = before ?? nothing;
  let at = 0;
  while (at < old.length && old[at] === after[at]) at += 1;
  const length = after.length - old.length;
  const tail = Buffer.from(old.subarray(at));
  return length >= 0 && tail.equals(after.subarray(at + length)) ? { at, length } : null;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The lines of a file that it did not have before, as a person reads them. */
export function linesPutIn(before: Uint8Array | null, after: Uint8Array): string[] {
  const texts = (bytes: Uint8Array): string[] =>
    linesOf(openText(bytes, false)?.text ?? '').map(({ text }) => text);
  const old = texts(before ?? nothing);
  return texts(after).filter((line) => {
    const at = old.indexOf(line);
    if (at !== -1) old.splice(at, 1);
    return at === -1 && line.trim() !== '';
  });
}
