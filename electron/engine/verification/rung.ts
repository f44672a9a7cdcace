import type { MessageRef } from '../../../shared/messages/index.ts';
import type { Problem } from '../../../shared/problem.ts';
import { rungIds, type Rung } from '../../../shared/verification.ts';

/** One rung; its number is its place on the ladder. */
export function rung(
  id: Rung['id'],
  outcome: Rung['outcome'],
  evidence: MessageRef,
  details: Rung['details'] = [],
  problem: Problem | null = null,
): Rung {
  return { rung: rungIds.indexOf(id), id, outcome, evidence, details, problem };
}
