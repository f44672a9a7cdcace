import { z } from 'zod';

/** A package that is here and asks for another version of one that is here as well. */
export const conflictSchema = z.object({
  by: z.string(),
  name: z.string(),
  /** What it asks for, as "<1.4". */
  specifier: z.string(),
  /** What is there. */
  version: z.string(),
});
export type Conflict = z.infer<typeof conflictSchema>;
