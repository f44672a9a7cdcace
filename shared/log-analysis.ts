import { z } from 'zod';
import { findingSchema } from './finding.ts';
import { messageRefSchema } from './messages/message-ref.ts';
import { problemSchema } from './problem.ts';
import { verdictSchema } from './verdict.ts';
import { backendSchema } from './verification.ts';

/** What a log tells of the machine it was printed on; null is what it does not tell. */
export const logSummarySchema = z.object({
  python: z.string().nullable(),
  torch: z.string().nullable(),
  xformers: z.string().nullable(),
  triton: z.string().nullable(),
  gpu: z.string().nullable(),
  comfyui: z.string().nullable(),
  /** The attention that the program said it uses. */
  backend: backendSchema.nullable(),
});
export type LogSummary = z.infer<typeof logSummarySchema>;

export const logAnalysisSchema = z.object({
  /** The file's own name, for reading only; null where text was pasted. */
  name: z.string().nullable(),
  lines: z.number().int(),
  bytes: z.number().int(),
  summary: logSummarySchema,
  /** Best first. */
  findings: z.array(findingSchema),
  verdict: verdictSchema,
  headline: messageRefSchema,
  reason: messageRefSchema.nullable(),
  /** What would decide between the candidates, where the text alone does not. */
  questions: z.array(messageRefSchema),
  /** What else the lines give away, though it is no fault. */
  hints: z.array(messageRefSchema),
  /** Of the rules that broke by a mistake of our own: what they would have said is missing. */
  broken: z.array(problemSchema).optional(),
  elapsedMs: z.number(),
});
export type LogAnalysis = z.infer<typeof logAnalysisSchema>;
