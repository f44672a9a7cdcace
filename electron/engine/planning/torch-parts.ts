import * as z from 'zod';
import type { Facts } from '../../../shared/facts.ts';
import { liveRows } from '../knowledge/live-tables.ts';

const source = z.string().min(1);
const rows = liveRows(
  'torch-parts',
  z.union([
    z.object({ name: z.string(), source }),
    z.object({ prefix: z.string().endsWith('-'), source }),
  ]),
);

/** What may move where torch moves: what goes with it, and what is here of its own dependencies. */
export function torchParts(facts: Pick<Facts, 'distributions'>): string[] {
  const named = rows.flatMap((row) => ('name' in row ? [row.name] : []));
  const below = facts.distributions
    .map(({ name }) => name)
    .filter((name) => rows.some((row) => 'prefix' in row && name.startsWith(row.prefix)));
  return [...named, ...below];
}
