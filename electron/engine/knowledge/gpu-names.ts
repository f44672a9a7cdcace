import * as z from 'zod';
import type { Gpu } from '../../../shared/facts.ts';
import { liveRows } from './live-tables.ts';

const rowSchema = z.object({
  pattern: z.string().transform((text) => new RegExp(text, 'i')),
  vendor: z.enum(['nvidia', 'amd', 'intel', 'apple']),
  capability: z.string().nullable(),
  source: z.string(),
});

const rows = liveRows('gpu-names', rowSchema);

/** A GPU by a name as drivers, logs and people write it; null where the name says nothing. */
export function gpuNamed(name: string): Gpu | null {
  const stated = /capability \(?(\d+)[., ]+(\d)\)?/i.exec(name);
  const row = rows.find((each) => each.pattern.test(name));
  if (!row && !stated) return null;
  const computeCapability = stated
    ? `${stated[1] ?? ''}.${stated[2] ?? ''}`
    : (row?.capability ?? null);
  return { vendor: row?.vendor ?? 'nvidia', name, computeCapability, memoryMiB: null };
}

/** "8.9" as a number that orders: 89; 12.0 is 120. */
export function capabilityNumber(capability: string | null | undefined): number | null {
  const match = /^(\d+)\.(\d+)/.exec(capability ?? '');
  return match ? Number(match[1]) * 10 + Number(match[2]) : null;
}

/** By the driver's number, else by the name: 89 for 8.9; null where neither tells. */
export function cardCapability(gpu: Pick<Gpu, 'name' | 'computeCapability'>): number | null {
  return capabilityNumber(gpu.computeCapability ?? gpuNamed(gpu.name)?.computeCapability);
}
