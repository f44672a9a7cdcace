import type { Facts } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';

/** Pure: facts in, findings out. A rule never runs a command and never reads a file. */
export type Rule = (facts: Facts) => Finding[];
