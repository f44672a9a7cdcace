import * as z from 'zod';
import type { Platform } from '../../../shared/facts.ts';
import { minorOf } from './cuda-family.ts';
import { liveRows } from './live-tables.ts';

const rowSchema = z.object({
  vendor: z.enum(['amd', 'intel']),
  platform: z.enum(['win32', 'linux']),
  requirements: z.array(z.string()).min(1),
  index: z.string(),
  python: z.string().nullable(),
  source: z.string().min(1),
});
export type VendorTorch = z.infer<typeof rowSchema>;
const rows = liveRows('vendor-torch', rowSchema);

/** The torch of another maker for this system and Python; null where there is none. */
export function vendorTorchFor(
  vendor: 'amd' | 'intel',
  platform: Platform | null,
  python: string | null,
): VendorTorch | null {
  const row = rows.find((each) => each.vendor === vendor && each.platform === platform);
  if (!row || (row.python !== null && (!python || minorOf(python) !== row.python))) return null;
  return row;
}
