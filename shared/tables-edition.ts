import * as z from 'zod';
import { problemSchema } from './problem.ts';

/** A day, as 2026-11-28. */
export const daySchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Which tables count, for reading. */
export const tablesEditionSchema = z.object({
  /** The day on which they were last compared with their sources. */
  date: daySchema,
  /** `shipped`: they came with the app. */
  from: z.enum(['shipped', 'renewed']),
  shippedDate: daySchema,
  counts: z.object({
    tables: z.number().int(),
    rows: z.number().int(),
    releases: z.number().int(),
    messages: z.number().int(),
    programs: z.number().int(),
  }),
  /** Where newer ones are asked for; null: nowhere yet. */
  address: z.string().nullable(),
  /** Why those that were renewed do not count, where that is so. */
  problem: problemSchema.nullable(),
});
export type TablesEdition = z.infer<typeof tablesEditionSchema>;
