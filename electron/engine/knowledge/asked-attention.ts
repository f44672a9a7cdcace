import * as z from 'zod';
import { backendSchema, type Backend } from '../../../shared/verification.ts';
import table from './asked-attention.json' with { type: 'json' };
import { hasFlag } from './launch-flags.ts';

const rows = z
  .array(z.object({ flag: z.string(), backend: backendSchema, source: z.string().min(1) }))
  .parse(table.rows);

/** The attention that launch flags ask for; null where none does, and the program chooses. */
export function askedAttention(flags: readonly string[]): Backend | null {
  return rows.find(({ flag }) => hasFlag(flags, flag))?.backend ?? null;
}
