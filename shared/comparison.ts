import * as z from 'zod';
import { verdictSchema } from './verdict.ts';
import { messageRefSchema } from './messages/message-ref.ts';

const sideSchema = z.object({
  targetId: z.string(),
  /** The folder that was looked at. */
  place: z.string(),
  verdict: verdictSchema,
  headline: messageRefSchema,
});

/** What differs between two environments; what is alike is left out. Files alone were looked at. */
export const comparisonSchema = z.object({
  left: sideSchema,
  right: sideSchema,
  /** null: not there. Those that attention rests on come first. */
  packages: z.array(
    z.object({ name: z.string(), left: z.string().nullable(), right: z.string().nullable() }),
  ),
  flags: z.array(z.object({ flag: z.string(), left: z.boolean(), right: z.boolean() })),
  findings: z.array(
    z.object({
      cause: z.string(),
      title: messageRefSchema,
      left: z.boolean(),
      right: z.boolean(),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;
