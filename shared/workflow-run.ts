import * as z from 'zod';

const numbersSchema = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  seconds: z.number(),
  /** null where nothing counted its steps. */
  secondsPerStep: z.number().nullable(),
  /** What PyTorch had taken of the card at most; null on a processor. */
  peakMiB: z.number().nullable(),
});

/** A workflow of the user's that ran in their ComfyUI, beside its last run. */
export const workflowRunSchema = z.object({
  ...numbersSchema.shape,
  /** What the picture looks like by its numbers; null where there was none that we can read. */
  picture: z.enum(['black', 'noise', 'picture']).nullable(),
  /** Why a tiny workflow of ours ran instead; null where it was the user's own. */
  standIn: z.object({ missing: z.enum(['model', 'node']), text: z.string() }).nullable(),
  /** The last run of the same workflow. */
  before: numbersSchema.nullable(),
  /** Structural similarity of both pictures: 1 where they are the same. */
  similarity: z.number().nullable(),
});
export type WorkflowRun = z.infer<typeof workflowRunSchema>;
