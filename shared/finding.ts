import * as z from 'zod';
import { messageRefSchema } from './messages/message-ref.ts';
import { sinceProvedSchema } from './history.ts';
import { howSchema, factsSchema } from './facts.ts';
import { environmentSchema, installSchema } from './install.ts';
import { prescriptionSchema } from './prescription.ts';
import { protectionStateSchema, threatSchema } from './protection.ts';
import { problemSchema } from './problem.ts';
import { goalSchema, goalsOfOwnWheels } from './goal.ts';
import { verdictSchema } from './verdict.ts';
import { linkIds } from './links.ts';
import { saidSchema } from './said.ts';
import { severitySchema } from './severity.ts';
import { causes, fixDetails, fixKinds } from './taxonomy.ts';

export const evidenceSchema = z.object({
  statement: messageRefSchema,
  how: howSchema,
  /** The file or program that said it. */
  source: z.string().optional(),
  /** The line of a log that says it. */
  said: saidSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const remedySchema = z.object({
  goal: goalSchema.nullable(),
  fixKind: z.enum(fixKinds),
  fixDetail: z.enum(fixDetails).optional(),
  /** No index is known to have it, and a wheel file that the user has found would do, for this goal. */
  ownWheel: z.enum(goalsOfOwnWheels).optional(),
});
export type Remedy = z.infer<typeof remedySchema>;

export const findingSchema = z.object({
  cause: z.enum(causes),
  severity: severitySchema,
  confidence: z.enum(['high', 'medium', 'low']),
  evidence: z.array(evidenceSchema),
  /** One line, two or three sentences, and what it costs if nothing is done. */
  title: messageRefSchema,
  explanation: messageRefSchema,
  cost: messageRefSchema.nullable(),
  /** Best first. */
  remedies: z.array(remedySchema),
  /** What to do, in one sentence. */
  advice: messageRefSchema,
  /** The same step by step, for the machine that it was seen on; left out until that is known. */
  prescription: prescriptionSchema.optional(),
  links: z.array(z.enum(linkIds)),
  /** True where an earlier cause of the chain explains this one. */
  consequence: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

export type { Severity } from './severity.ts';
export { type Verdict } from './verdict.ts';

export const diagnosisSchema = z.object({
  targetId: z.string(),
  install: installSchema.nullable(),
  environment: environmentSchema,
  facts: factsSchema,
  /** Root cause first. */
  findings: z.array(findingSchema),
  verdict: verdictSchema,
  /** The verdict as one sentence and its reason. */
  headline: messageRefSchema,
  reason: messageRefSchema.nullable(),
  /** Why live facts are missing, if they were wanted. */
  problem: problemSchema.nullable(),
  /** Of the rules that broke by a mistake of our own: what they would have said is missing. */
  broken: z.array(problemSchema).optional(),
  /** What became of what was proved; left out where nobody asked the history. */
  since: sinceProvedSchema.optional(),
  /** Who would move guarded packages at the next installation; left out where nobody looked. */
  threats: z.array(threatSchema).optional(),
  protection: protectionStateSchema.optional(),
  elapsedMs: z.number(),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
