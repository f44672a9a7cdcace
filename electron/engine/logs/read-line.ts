import { isAscii, isUtf8 } from 'node:buffer';
import { decodeBytes } from '../machine/line-reader.ts';
import { cleanLine } from './clean-line.ts';
import { withoutReported } from './reported-values.ts';
import { sight, type Hit } from './scan-bytes.ts';

/** The line around a hit, or as much of it as is looked at. Places are those in the log. */
export type LogLine = {
  start: number;
  /** A hit from here on needs another look: it is behind the line, or too near a cut. */
  reach: number;
  number: number;
  /** What a person reads, and where it may have eaten ASCII, the bare bytes too. */
  readings: readonly Reading[];
};

/** A line as text. */
export type Reading = {
  text: string;
  /** The same without what is only reported in it; as long as it. */
  spoken: string;
  /** Where it was torn apart on its way here, ascending. */
  seams: readonly number[];
};

/** A long line is looked at in pieces, which overlap so that no message is cut in two. */
const overlap = 512;
const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * A carriage return alone parts a line: behind it a progress bar begins again. `seams`: where
 * between two places of the log a line was torn apart and joined again.
 */
export function lineAround(
  { bytes, at, offset, line }: Hit,
  before: LogLine | null,
  seams: (from: number, to: number) => readonly number[],
): LogLine {
  let start = at;
  const first = Math.max(0, at - sight, before ? before.reach - overlap - offset : 0);
  while (start > first && !isEnd(bytes[start - 1])) start -= 1;
  let end = at + 1;
  const last = Math.min(bytes.length, at + sight);
  while (end < last && !isEnd(bytes[end])) end += 1;
  const cuts = seams(offset + start, offset + end).map((place) => place - offset - start);
  const isCut = end === at + sight;
  return {
    start: offset + start,
    reach: offset + end - (isCut ? overlap : 0),
    number: line,
    readings: readingsOf(bytes.subarray(start, end), cuts),
  };
}

function isEnd(byte: number | undefined): boolean {
  return byte === newline || byte === carriageReturn;
}

function readingsOf(bytes: Buffer, cuts: readonly number[]): Reading[] {
  const latin1 = (piece: Buffer): string => piece.toString('latin1');
  if (isAscii(bytes)) return [readingOf(bytes, cuts, latin1)];
  const { whole, skipped } = withoutCutCharacters(bytes);
  if (isUtf8(whole)) {
    const moved = cuts.map((cut) => cut - skipped);
    return [readingOf(whole, moved, (piece) => piece.toString('utf8'))];
  }
  // An old encoding that was guessed wrong can swallow the ASCII letter behind a foreign one.
  const locale = oldLocale();
  return [
    readingOf(bytes, cuts, (piece) => decodeBytes(piece, locale)),
    readingOf(bytes, cuts, latin1),
  ];
}

function readingOf(
  bytes: Buffer,
  cuts: readonly number[],
  decode: (piece: Buffer) => string,
): Reading {
  let text = '';
  const seams: number[] = [];
  for (const [index, cut] of [...cuts, bytes.length].entries()) {
    text += cleanLine(decode(bytes.subarray(cuts[index - 1] ?? 0, cut)));
    if (index < cuts.length) seams.push(text.length);
  }
  return { text, spoken: withoutReported(text), seams };
}

/** A long line is cut anywhere, also within a character of UTF-8. */
function withoutCutCharacters(bytes: Buffer): { whole: Buffer; skipped: number } {
  let start = 0;
  while (start < 3 && isContinuation(bytes[start])) start += 1;
  let end = bytes.length;
  while (end > bytes.length - 3 && isContinuation(bytes[end - 1])) end -= 1;
  const lead = bytes[end - 1] ?? 0;
  const needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  const complete = bytes.length - (end - 1) >= needed;
  return { whole: bytes.subarray(start, complete ? bytes.length : end - 1), skipped: start };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Most logs that are not in UTF-8 come from Chinese Windows, whatever machine reads them. */
function oldLocale(): string {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return /^(?:ja|ko|ru)/.test(locale) ? locale : 'zh';
}
