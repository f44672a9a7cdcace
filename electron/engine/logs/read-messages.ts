import type { Signature } from '../knowledge/signatures.ts';
import { lineAround, type LogLine, type Reading } from './read-line.ts';
import { createOccurrences } from './read-occurrences.ts';
import type { Hit } from './scan-bytes.ts';

/** A line in which the same message stands more often than this is no line. */
const mostInOneLine = 20;

/** Where the lines of a text were torn apart and joined again. */
type Seams = {
  seams: (from: number, to: number) => readonly number[];
  leftOutBefore: (place: number) => number;
};

/** Looks closer at the lines that have an anchor, and collects what is said in them. */
export function createMessageReader(signatures: readonly Signature[], joined: Seams) {
  const messages = signatures.map(({ id, role, pattern, enough = Infinity }) => ({
    id,
    enough,
    /** Facts are read from inventories, too; there a message is none. */
    isFact: role === 'fact',
    pattern: new RegExp(pattern, 'gi'),
    occurrences: createOccurrences(id),
    /** Where the last one ended: pieces of a long line overlap. */
    readTo: 0,
  }));
  let line: LogLine | null = null;
  let tried = new Set<number>();

  function look(number: number, { start, readings, number: lineNumber }: LogLine): void {
    const message = messages[number];
    if (!message || tried.has(number)) return;
    tried.add(number);
    for (const reading of readings) {
      const text = message.isFact ? reading.text : reading.spoken;
      const matches = matchesIn(text, message.pattern, reading.seams);
      for (const match of matches) {
        const place = start + match.index;
        if (place < message.readTo) continue;
        message.readTo = place + match[0].length;
        const line = lineNumber + joined.leftOutBefore(place);
        message.occurrences.add({ place, line, ...around(match, readings[0] ?? reading) });
      }
      if (matches.length > 0) return;
    }
  }

  function isWanted(number: number): boolean {
    const message = messages[number];
    return message !== undefined && message.occurrences.count() < message.enough;
  }

  return {
    hit(hit: Hit): void {
      // Before the line is decoded: progress bars are most of some logs.
      if (!hit.anchors.some(isWanted)) return;
      if (!line || hit.offset + hit.at >= line.reach) {
        line = lineAround(hit, line, joined.seams);
        tried = new Set();
      }
      for (const number of hit.anchors) if (isWanted(number)) look(number, line);
    },
    said: () =>
      messages
        .flatMap(({ occurrences }) => occurrences.said())
        .toSorted((a, b) => a.place - b.place)
        .map(({ said }) => said),
    counts: (): Map<string, number> =>
      new Map(
        messages
          .map(({ id, occurrences }): [string, number] => [id, occurrences.count()])
          .filter(([, count]) => count > 0),
      ),
  };
}

/** In the whole line, and where it was joined, in each of its pieces: they may be no one line. */
function matchesIn(text: string, pattern: RegExp, seams: readonly number[]): RegExpExecArray[] {
  const whole = matchesOf(text, pattern);
  if (seams.length === 0) return whole;
  const pieces = [0, ...seams].flatMap((from, index) =>
    matchesOf(text.slice(from, seams[index] ?? text.length), pattern).map((match) => {
      match.index += from;
      return match;
    }),
  );
  const apart = pieces.filter((piece) => !whole.some((each) => each.index === piece.index));
  return [...whole, ...apart].toSorted((a, b) => a.index - b.index);
}

function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  while (matches.length < mostInOneLine) {
    const match = pattern.exec(text);
    if (!match || match[0] === '') return matches;
    matches.push(match);
  }
  return matches;
}

/** What a person finds in the log: the piece of a joined line that has all of it, else the whole. */
function around(
  match: RegExpExecArray,
  { text, seams }: Reading,
): { text: string; at: number; match: RegExpExecArray } {
  const from = seams.findLast((seam) => seam <= match.index) ?? 0;
  const to = seams.find((seam) => seam > match.index) ?? text.length;
  if (match.index + match[0].length > to) return { text, at: match.index, match };
  return { text: text.slice(from, to), at: match.index - from, match };
}
