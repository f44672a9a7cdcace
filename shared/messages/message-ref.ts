import * as z from 'zod';

export const messageParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type MessageParams = z.infer<typeof messageParamsSchema>;

/**
 * A sentence by name and what fills it: the engine says which, the edge says it in the
 * user's language. Keys are checked where they are made (`message()` in messages/index.ts).
 */
export const messageRefSchema = z.object({
  key: z.string(),
  params: messageParamsSchema.optional(),
});
export type MessageRef = z.infer<typeof messageRefSchema>;
