import { compare } from './versions.ts';
import { valid } from '@renovatebot/pep440';
import * as z from 'zod';
import { backendSchema, type Backend } from '../../../shared/verification.ts';
import { liveRows } from './live-tables.ts';

const rowSchema = z.object({
  before: z.string().nullable(),
  order: z.array(backendSchema),
  source: z.string(),
});
const rows = liveRows('attention-order', rowSchema);

/** The order in which a ComfyUI of this version tries its attentions; an unknown version counts as new. */
export function attentionOrder(version: string | null): Backend[] {
  const known = version !== null && valid(version) !== null;
  const row = rows.find(
    (each) => each.before === null || (known && compare(version, each.before) < 0),
  );
  return row?.order ?? [];
}
