import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';

/** Pure: clues in, findings out. A rule never runs a command and never reads a file. */
export type Rule = (clues: Clues) => Finding[];
