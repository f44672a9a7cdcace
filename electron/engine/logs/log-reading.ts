import type { Holds } from './file-beginning.ts';
import type { Said } from '../../../shared/said.ts';

/** What reading a log through to its end leaves: a few lines, however long the log. */
export type LogReading = {
  /** In the order of the log; of a message that repeats, the first and the last ones. */
  said: Said[];
  /** How often each signature was seen. */
  counts: ReadonlyMap<string, number>;
  /** Line ends, so that numbers agree with an editor's. */
  lines: number;
  bytes: number;
  /** The first line that is not empty, cleaned: what a text that says nothing else looks like. */
  firstLine: string | null;
  holds: Holds;
};
