import * as z from 'zod';
import table from './installer-logs.json' with { type: 'json' };

const rowSchema = z.object({
  program: z.string().min(1),
  below: z.enum(['user', 'source', 'settings']),
  folder: z.string(),
  name: z.string().transform((text) => new RegExp(text, 'i')),
  source: z.string().min(1),
});

/** Where installers write what they did. */
export const installerLogs = z.array(rowSchema).parse(table.rows);
