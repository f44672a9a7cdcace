import * as z from 'zod';
import { backendSchema, type Backend } from '../../../shared/verification.ts';
import { hasFlag } from './launch-flags.ts';
import { liveRows } from './live-tables.ts';

const rows = liveRows(
  'asked-attention',
  z.object({ flag: z.string(), backend: backendSchema, source: z.string().min(1) }),
);

/** The attention that launch flags ask for; null where none does, and the program chooses. */
export function askedAttention(flags: readonly string[]): Backend | null {
  return rows.find(({ flag }) => hasFlag(flags, flag))?.backend ?? null;
}
