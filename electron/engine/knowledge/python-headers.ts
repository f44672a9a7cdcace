import * as z from 'zod';
import { minorOf } from './cuda-family.ts';
import { liveTable } from './live-tables.ts';

const table = liveTable(
  'python-headers',
  z.object({
    page: z.url().endsWith('/'),
    rows: z.array(z.object({ python: z.string(), file: z.string(), source: z.string().min(1) })),
  }),
);

/** Where the folders include and libs of this Python are packed; null where nobody packed them. */
export function headersOf(python: string | null): { file: string; url: string } | null {
  const { page, rows } = table();
  const row = python === null ? undefined : rows.find((each) => each.python === minorOf(python));
  return row ? { file: row.file, url: page + row.file } : null;
}
