import { z } from 'zod';

/** What a plan is for: the words of the command line. */
export const goals = [
  'recommended',
  'xformers',
  'upgrade-stack',
  'triton',
  'sageattention',
  'flash-attn',
  'torch-cuda',
  'pytorch-attention',
  'repair',
  'source-build',
] as const;
export const goalSchema = z.enum(goals);
export type Goal = z.infer<typeof goalSchema>;

/** The goals that this version can plan; the others are refused with `unsupported-goal`. */
export const plannableGoals = [
  'recommended',
  'xformers',
  'upgrade-stack',
  'triton',
  'sageattention',
  'flash-attn',
  'torch-cuda',
  'pytorch-attention',
  'repair',
] as const satisfies Goal[];
export type PlannableGoal = (typeof plannableGoals)[number];

/** Whether a repair may be promised: of the other goals only the user's own hands can reach one. */
export function isPlannable(goal: Goal | null): goal is PlannableGoal {
  return plannableGoals.some((each) => each === goal);
}
