import * as z from 'zod';
import table from './apart-from-torch.json' with { type: 'json' };

const row = z.object({ name: z.string().min(1), source: z.string().min(1) });
const names = new Set(
  z
    .object({ rows: z.array(row) })
    .parse(table)
    .rows.map(({ name }) => name),
);

/** Whether `import torch` leaves a package of this normalised name alone. */
export function isApartFromTorch(name: string): boolean {
  return names.has(name);
}
