import * as z from 'zod';
import { liveRows } from './live-tables.ts';

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  pypi: z.url(),
  pytorch: z.url().nullable(),
  source: z.string(),
});
export type Mirror = z.infer<typeof rowSchema>;
export const mirrors = liveRows('index-mirrors', rowSchema);

/** null where no row has that id. */
export function mirrorOf(id: string): Mirror | null {
  return mirrors.find((row) => row.id === id) ?? null;
}
