import type { Cause } from '../../../../shared/taxonomy.ts';
import { acceleration } from './acceleration.ts';
import { stages, type CauseRow, type Stage, type StageRows } from './cause-row.ts';
import { installation } from './installation.ts';
import { machine } from './machine.ts';
import { torch } from './torch.ts';
import { absence, elsewhere, harmless } from './what-is-left.ts';

/** One row for each cause, in the order of the chain. A cause without a row does not compile. */
export const causeRows: Readonly<Record<Cause, CauseRow>> = {
  ...machine,
  ...torch,
  ...installation,
  ...acceleration,
  ...absence,
  ...elsewhere,
  ...harmless,
};

const rowsOfStage: Readonly<Record<Stage, StageRows>> = {
  machine,
  torch,
  installation,
  acceleration,
  absence,
  elsewhere,
  harmless,
};
const order = Object.keys(causeRows);

/** The place in the chain; smaller is earlier. */
export function placeInChain(cause: Cause): number {
  return order.indexOf(cause);
}

/** Whether the one makes the other inevitable. */
export function explains(root: Cause, other: Cause): boolean {
  const reasons = causeRows[root].explains ?? [];
  const stage = stageOf(other);
  return reasons.some((each) => each === other || each === stage);
}

/** Null for none: every cause has a row, and every row stands in a stage. */
export function stageOf(cause: Cause): Stage | null {
  return stages.find((stage) => cause in rowsOfStage[stage]) ?? null;
}
