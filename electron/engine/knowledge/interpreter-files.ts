import path from 'node:path';
import * as z from 'zod';
import { liveRows } from './live-tables.ts';

const name = z.string().transform((text) => new RegExp(text, 'i'));
const rows = liveRows('interpreter-files', z.object({ name, source: z.string() }));

/** Whether a file belongs to the Python itself, whatever a package's RECORD says. */
export function isInterpreterFile(location: string): boolean {
  const last = path.basename(location);
  return rows.some((row) => row.name.test(last));
}
