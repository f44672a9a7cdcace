import * as z from 'zod';
import type { SignatureId } from './signature-ids.ts';

/**
 * An id of a message. A renewed table may bring one that this version has no name for: no rule reads it,
 * and its row speaks for its own cause.
 */
export const signatureIdSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,60}$/)
  .pipe(z.custom<SignatureId>());

/** One known message that a program printed: in a log, or when a probe ran. */
export const saidSchema = z.object({
  /** The id of its row in the tables of message signatures. */
  signature: signatureIdSchema,
  /** Counted from 1; null where it did not come from a log. */
  line: z.number().int().positive().nullable(),
  /** The line as it was printed, without colours, cut to a readable length. */
  text: z.string(),
  /** What the message names: versions, paths, modules. */
  values: z.record(z.string(), z.string()),
});
export type Said = z.infer<typeof saidSchema>;
