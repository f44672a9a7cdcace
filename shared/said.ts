import * as z from 'zod';
import { signatureIds } from './signature-ids.ts';

/** One known message that a program printed: in a log, or when a probe ran. */
export const saidSchema = z.object({
  /** The id of its row in the tables of message signatures. */
  signature: z.enum(signatureIds),
  /** Counted from 1; null where it did not come from a log. */
  line: z.number().int().positive().nullable(),
  /** The line as it was printed, without colours, cut to a readable length. */
  text: z.string(),
  /** What the message names: versions, paths, modules. */
  values: z.record(z.string(), z.string()),
});
export type Said = z.infer<typeof saidSchema>;
