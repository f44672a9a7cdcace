import * as z from 'zod';
import { problemSchema } from './problem.ts';

/** What the host asks of the page: a choice in its menu, or what it was started with. */
export const hostCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), page: z.enum(['settings', 'about', 'history', 'log']) }),
  z.object({ kind: z.enum(['palette', 'add-folder']) }),
  z.object({ kind: z.literal('folder'), folderId: z.string() }),
  /** The log is with the engine already. */
  z.object({ kind: z.literal('log'), logId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('refused'), problem: problemSchema }),
]);
export type HostCommand = z.infer<typeof hostCommandSchema>;
