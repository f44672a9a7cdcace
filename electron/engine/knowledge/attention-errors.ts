import * as z from 'zod';
import type { KernelBackend } from '../../../shared/kernel-backends.ts';
import { liveRows } from './live-tables.ts';

const rows = liveRows(
  'attention-errors',
  z.object({
    backends: z.array(z.string()).nullable(),
    dtype: z.string().nullable(),
    most: z.number(),
    source: z.string(),
  }),
);

/** The largest relative error that is no fault, for this attention and number format. */
export function largestError(backend: KernelBackend, dtype: string): number {
  const row = rows.find(
    (each) =>
      (each.backends === null || each.backends.includes(backend)) &&
      (each.dtype === null || each.dtype === dtype),
  );
  return row?.most ?? 0;
}
