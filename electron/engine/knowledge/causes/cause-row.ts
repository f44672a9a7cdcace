import type { Remedy, Severity } from '../../../../shared/finding.ts';
import type { Goal } from '../../../../shared/goal.ts';
import type { LinkId } from '../../../../shared/links.ts';
import type { Cause, FixDetail, FixKind } from '../../../../shared/taxonomy.ts';

/** The chain: one thing leads to another, and of several causes the earliest is the root. */
export const stages = [
  'machine',
  'torch',
  'installation',
  'acceleration',
  'absence',
  'elsewhere',
  'harmless',
] as const;
export type Stage = (typeof stages)[number];

/** All that is decided about a cause as such; a rule may know better of one finding. */
export type CauseRow = {
  severity: Severity;
  /** What usually puts it right. A goal is named where a plan can be made for it. */
  remedy: Remedy;
  links?: readonly LinkId[];
  /** What it makes inevitable: shown as its consequence, not as a second fault. A stage stands for all its causes. */
  explains?: readonly (Cause | Stage)[];
  /** What would decide where a text alone leaves it open. */
  asks?: 'gpu' | 'python';
  /** Versions alone prove it, so that it precedes what a log says and it explains. */
  provenByVersions?: true;
};

/** The causes of one stage, those that say more first. */
export type StageRows = Readonly<Partial<Record<Cause, CauseRow>>>;

/** A remedy that a plan can be made for. */
export function planned(goal: Goal, fixKind: FixKind): Remedy {
  return { goal, fixKind };
}

/** A remedy for the user's own hands, or none. */
export function advised(fixKind: FixKind): Remedy {
  return { goal: null, fixKind };
}

/** A remedy of the kind `other`, which only its detail tells. */
export function other(fixDetail: FixDetail, goal: Goal | null = null): Remedy {
  return { goal, fixKind: 'other', fixDetail };
}
