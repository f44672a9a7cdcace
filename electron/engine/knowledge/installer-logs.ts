import * as z from 'zod';
import { liveRows } from './live-tables.ts';

const rowSchema = z.object({
  program: z.string().min(1),
  below: z.enum(['user', 'source', 'settings']),
  folder: z.string(),
  name: z.string().transform((text) => new RegExp(text, 'i')),
  source: z.string().min(1),
});

/** Where installers write what they did. */
export const installerLogs = liveRows('installer-logs', rowSchema);
