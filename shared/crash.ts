import * as z from 'zod';

/** How the app once ended without wanting to. */
export const crashSchema = z.object({
  at: z.string(),
  /** The program itself, or the page of its window. */
  where: z.enum(['main', 'page']),
});
export type Crash = z.infer<typeof crashSchema>;
