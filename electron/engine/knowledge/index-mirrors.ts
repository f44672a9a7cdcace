import * as z from 'zod';
import table from './index-mirrors.json' with { type: 'json' };

const { rows } = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        pypi: z.url(),
        pytorch: z.url().nullable(),
        source: z.string(),
      }),
    ),
  })
  .parse(table);
export type Mirror = (typeof rows)[number];
export const mirrors: readonly Mirror[] = rows;

/** null where no row has that id. */
export function mirrorOf(id: string): Mirror | null {
  return rows.find((row) => row.id === id) ?? null;
}
