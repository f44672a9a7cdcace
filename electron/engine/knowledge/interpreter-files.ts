import path from 'node:path';
import * as z from 'zod';
import table from './interpreter-files.json' with { type: 'json' };

const rows = z.object({ rows: z.array(z.object({ name: z.string(), source: z.string() })) });
const patterns = rows.parse(table).rows.map((row) => new RegExp(row.name, 'i'));

/** Whether a file belongs to the Python itself, whatever a package's RECORD says. */
export function isInterpreterFile(location: string): boolean {
  const name = path.basename(location);
  return patterns.some((pattern) => pattern.test(name));
}
