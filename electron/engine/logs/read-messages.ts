import type { Signature } from '../knowledge/signatures.ts';
import { lineAround, type LogLine } from './read-line.ts';
import { createOccurrences } from './read-occurrences.ts';
import type { Hit } from './scan-bytes.ts';

/** A line in which the same message stands more often than this is no line. */
const mostInOneLine = 20;

/** Looks closer at the lines that have an anchor, and collects what is said in them. */
export function createMessageReader(signatures: readonly Signature[]) {
  const messages = signatures.map(({ id, pattern, enough = Infinity }) => ({
    id,
    enough,
    pattern: new RegExp(pattern, 'gi'),
    occurrences: createOccurrences(id),
    /** Where the last one ended: pieces of a long line overlap. */
    readTo: 0,
  }));
  let line: LogLine | null = null;
  let tried = new Set<number>();

  function look(number: number, { start, texts, number: lineNumber }: LogLine): void {
    const message = messages[number];
    if (!message || tried.has(number)) return;
    tried.add(number);
    for (const text of texts) {
      const matches = matchesIn(text, message.pattern);
      for (const match of matches) {
        const place = start + match.index;
        if (place < message.readTo) continue;
        message.readTo = place + match[0].length;
        message.occurrences.add({ place, line: lineNumber, text: texts[0] ?? text, match });
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
        line = lineAround(hit, line);
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

function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  while (matches.length < mostInOneLine) {
    const match = pattern.exec(text);
    if (!match || match[0] === '') return matches;
    matches.push(match);
  }
  return matches;
}
