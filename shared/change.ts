import * as z from 'zod';

/** A package from one version to another; null: it was not there, or is gone. */
export const changeSchema = z.object({
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;
