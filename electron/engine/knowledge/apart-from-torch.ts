import * as z from 'zod';
import { derived, liveRows } from './live-tables.ts';

const rows = liveRows(
  'apart-from-torch',
  z.object({ name: z.string().min(1), source: z.string().min(1) }),
);
const names = derived(() => new Set(rows.map(({ name }) => name)));

/** Whether `import torch` leaves a package of this normalised name alone. */
export function isApartFromTorch(name: string): boolean {
  return names().has(name);
}
