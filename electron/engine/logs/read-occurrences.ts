import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import { excerpt } from './clean-line.ts';

const firstKept = 20;
const lastKept = 5;

export type Occurrence = {
  place: number;
  line: number;
  text: string;
  /** Where in the text it begins. */
  at: number;
  match: RegExpExecArray;
};

/** All that is kept of one message: how often it was there, its first and its last ones. */
export function createOccurrences(signature: SignatureId) {
  const first: Occurrence[] = [];
  const last: Occurrence[] = [];
  let count = 0;
  return {
    add(occurrence: Occurrence): void {
      if (count < firstKept) first.push(occurrence);
      else last[(count - firstKept) % lastKept] = occurrence;
      count += 1;
    },
    count: (): number => count,
    /** With their places, by which those of all messages are put in order. */
    said: (): { place: number; said: Said }[] =>
      [...first, ...last].map((occurrence) => ({
        place: occurrence.place,
        said: {
          signature,
          line: occurrence.line,
          text: excerpt(occurrence.text, occurrence.at),
          values: valuesOf(occurrence.match),
        },
      })),
  };
}

function valuesOf(match: RegExpExecArray): Record<string, string> {
  const named = Object.entries(match.groups ?? {});
  // A group that took no part is undefined, whatever the type says.
  return Object.fromEntries(named.filter((pair) => typeof pair[1] === 'string'));
}
