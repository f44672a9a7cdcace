import * as z from 'zod';
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
  /** The attention at work, by the last word on it. */
  backend: backendSchema.nullable(),
});
export type LogSummary = z.infer<typeof logSummarySchema>;

/**
 * The last word on attention. `asked`: what the launch flags ask for, null where none does or none
 * is shown; `started`: the line of the last start; `last`: what the last picture of that run used,
 * or without one what the run is set to; `wanted`: what should have been used where it fell back;
 * `way`: how that is known.
 */
export const attentionInUseSchema = z.object({
  asked: backendSchema.nullable(),
  started: backendSchema.nullable(),
  last: backendSchema.nullable(),
  wanted: backendSchema.nullable(),
  way: z.enum(['picture', 'node', 'fallback', 'start']),
});
export type AttentionInUse = z.infer<typeof attentionInUseSchema>;

export const logAnalysisSchema = z.object({
  /** The file's own name, for reading only; null where text was pasted. */
  name: z.string().nullable(),
  lines: z.number().int(),
  bytes: z.number().int(),
  summary: logSummarySchema,
  attention: attentionInUseSchema,
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
