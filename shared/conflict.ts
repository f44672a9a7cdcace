import * as z from 'zod';

/** A package that is here and asks for another version of one that is here as well. */
const conflictSchema = z.object({
  by: z.string(),
  name: z.string(),
  /** What it asks for, as "<1.4". */
  specifier: z.string(),
  /** What is there. */
  version: z.string(),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** What of it facts tell. */
export const conflictFields = {
  /** Old disagreements among packages that nothing of attention minds: told, and left alone. */
  conflicts: z.array(conflictSchema).optional(),
  /** All disagreements, those that something of attention minds as well. */
  unmet: z.array(conflictSchema).optional(),
};
