import * as z from 'zod';

/** `off`: not asked; `nowhere`: this build knows no place to ask; `silent`: no answer in time. */
export const updateAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['off', 'nowhere', 'silent', 'newest']) }),
  z.object({ kind: z.literal('newer'), version: z.string() }),
]);
export type UpdateAnswer = z.infer<typeof updateAnswerSchema>;
