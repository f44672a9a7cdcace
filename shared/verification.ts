import { z } from 'zod';
import { messageRefSchema } from './messages/message-ref.ts';
import { problemSchema } from './problem.ts';

export const rungIds = ['attribute', 'extension', 'metadata', 'operators'] as const;
export const rungSchema = z.object({
  /** 0 is the check that every guide gives; each further rung proves more. */
  rung: z.number().int(),
  id: z.enum(rungIds),
  outcome: z.enum(['pass', 'fail', 'skipped', 'unknown']),
  evidence: messageRefSchema,
  /** Operator names and the like: a table beside the sentence. */
  details: z.array(z.object({ name: z.string(), ok: z.boolean() })),
  problem: problemSchema.nullable(),
});
export type Rung = z.infer<typeof rungSchema>;

const backends = [
  'pytorch',
  'xformers',
  'flash',
  'sage',
  'comfy_kitchen',
  'split',
  'sub_quad',
] as const;
export const backendSchema = z.enum(backends);
export type Backend = z.infer<typeof backendSchema>;

const recommendationSchema = z.object({
  backend: backendSchema,
  /** The launch flag that selects it; null where none is needed. */
  flag: z.string().nullable(),
  /** Times faster than PyTorch's own attention; null where it was not measured. */
  speedup: z.number().nullable(),
  basis: messageRefSchema,
});

export const verificationSchema = z.object({
  targetId: z.string(),
  rungs: z.array(rungSchema),
  recommended: recommendationSchema,
  elapsedMs: z.number(),
});
export type Verification = z.infer<typeof verificationSchema>;
