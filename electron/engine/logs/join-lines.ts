import { isUtf8 } from 'node:buffer';
import { seamBetween, wrapOf, type Wrap } from './wrap.ts';

/** Enough to see at which width a text was wrapped. */
const enough = 64 * 1024;
const longestHeld = 4 * 1024;
const newline = 0x0a;
const quote = /^(?:> ?)+/;

/**
 * Joins lines that were torn apart on their way here, before messages are looked for: bytes come
 * in pieces and are handed on, unchanged where nothing was torn. Quote marks of a mail go, too.
 */
export function createLineJoiner(onBytes: (bytes: Buffer) => void) {
  let head: Buffer[] | null = [];
  let headBytes = 0;
  let wrap: Wrap | null = null;
  let quoted = false;
  /** The last line that is not handed on yet, and what of the next one is there. */
  let held: string | null = null;
  let rest = Buffer.alloc(0);
  /** In the middle of a line that is too long to be held. */
  let isPassing = false;
  let decoding: BufferEncoding = 'utf8';
  let handedOn = 0;
  /** Places in what is handed on where a line end was left out. */
  const joins: number[] = [];

  function begin(): void {
    const bytes = Buffer.concat(head ?? []);
    head = null;
    decoding = isUtf8(bytes.subarray(0, bytes.lastIndexOf(newline) + 1)) ? 'utf8' : 'latin1';
    const lines = bytes.toString(decoding).split(/\r?\n/);
    quoted = isQuoted(lines);
    wrap = wrapOf(quoted ? lines.map((line) => line.replace(quote, '')) : lines);
    take(bytes);
  }

  function take(bytes: Buffer): void {
    if (!wrap) {
      emit(bytes);
      return;
    }
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    let start = 0;
    for (let at = all.indexOf(newline); at >= 0; at = all.indexOf(newline, start)) {
      if (isPassing) emit(all.subarray(start, at + 1));
      else hold(all.subarray(start, at).toString(decoding), wrap);
      isPassing = false;
      start = at + 1;
    }
    rest = Buffer.from(all.subarray(start));
    if (!isPassing && rest.length <= longestHeld) return;
    // No console tears such a line, and holding it would take memory without an end.
    release();
    isPassing = true;
  }

  function unquoted(line: string): string {
    return quoted ? line.replace(quote, '') : line;
  }

  function hold(raw: string, now: Wrap): void {
    const line = unquoted(raw.replace(/\r$/, ''));
    if (held !== null) join(held, line, now);
    held = line;
  }

  function join(line: string, next: string, now: Wrap): void {
    const seam = seamBetween(line, next, now);
    emit(Buffer.from(line + (seam ?? '\n'), decoding));
    if (seam !== null) joins.push(handedOn);
  }

  function release(): void {
    if (held !== null) emit(Buffer.from(`${held}\n`, decoding));
    held = null;
    emit(rest);
    rest = Buffer.alloc(0);
  }

  function emit(bytes: Buffer): void {
    handedOn += bytes.length;
    if (bytes.length > 0) onBytes(bytes);
  }

  return {
    push(bytes: Buffer): void {
      if (!head) {
        take(bytes);
        return;
      }
      head.push(Buffer.from(bytes));
      headBytes += bytes.length;
      if (headBytes >= enough) begin();
    },
    end(): void {
      if (head) begin();
      if (!wrap) return;
      const last = unquoted(rest.toString(decoding));
      if (last !== '' && held !== null) {
        join(held, last, wrap);
        held = null;
        emit(Buffer.from(last, decoding));
        rest = Buffer.alloc(0);
      } else release();
    },
    /** The places in what was handed on, from one to another, where a line end was left out. */
    seams: (from: number, to: number): readonly number[] =>
      joins.slice(countUpTo(joins, from), countUpTo(joins, to)),
    /** How many line ends were left out before a place in what was handed on. */
    leftOutBefore: (place: number): number => countUpTo(joins, place),
    leftOut: (): number => joins.length,
  };
}

function isQuoted(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.trim() !== '');
  return full.length > 1 && full.filter((line) => quote.test(line)).length > full.length * 0.8;
}

/** How many of some ascending numbers are at most this one. */
function countUpTo(ascending: readonly number[], most: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? Infinity) <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}
