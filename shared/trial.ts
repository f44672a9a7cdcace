import * as z from 'zod';
import { diagnosisSchema } from './finding.ts';
import { planSchema } from './plan.ts';
import { problemSchema } from './problem.ts';
import { verificationSchema } from './verification.ts';

const trialOutcomes = ['works', 'fails', 'nothing-to-do'] as const;

/** What a plan came to that was carried out beside its environment, and not in it. */
export const trialResultSchema = z.object({
  outcome: z.enum(trialOutcomes),
  plan: planSchema,
  /** The ladder with the plan's packages in place; null where they could not even be unpacked. */
  verification: verificationSchema.nullable(),
  /** What would be found after the change. */
  after: diagnosisSchema.nullable(),
  /** Why it would not work. */
  problem: problemSchema.nullable(),
});
export type TrialResult = z.infer<typeof trialResultSchema>;
