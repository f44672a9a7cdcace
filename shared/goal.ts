import * as z from 'zod';

/** What a plan is for: the words of the command line. */
export const goals = [
  'recommended',
  'xformers',
  'upgrade-stack',
  'triton',
  'sageattention',
  'flash-attn',
  'torch-cuda',
  'comfy-kitchen',
  'pytorch-attention',
  'repair',
  'source-build',
] as const;
export const goalSchema = z.enum(goals);
export type Goal = z.infer<typeof goalSchema>;

/** The goals that are offered; what compiles for hours is only for who asks for it by name. */
export const plannableGoals = [
  'recommended',
  'xformers',
  'upgrade-stack',
  'triton',
  'sageattention',
  'flash-attn',
  'torch-cuda',
  'comfy-kitchen',
  'pytorch-attention',
  'repair',
] as const satisfies Goal[];
export type PlannableGoal = (typeof plannableGoals)[number];

/** Whether a repair may be promised: of the other goals only the user's own hands can reach one. */
export function isPlannable(goal: Goal | null): goal is PlannableGoal {
  return plannableGoals.some((each) => each === goal);
}

/** For these people find ready wheels outside of every index. */
export const goalsOfOwnWheels = ['sageattention', 'flash-attn'] as const satisfies Goal[];
export type GoalOfOwnWheel = (typeof goalsOfOwnWheels)[number];

/** Whether a plan for this goal can be made with a wheel file of the user's. */
export function takesOwnWheel(goal: string | undefined): goal is GoalOfOwnWheel {
  return goalsOfOwnWheels.some((each) => each === goal);
}
