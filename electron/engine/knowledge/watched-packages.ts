import * as z from 'zod';
import { goalSchema, type Goal } from '../../../shared/goal.ts';
import { derived, liveRows } from './live-tables.ts';

const rows = liveRows(
  'watched-packages',
  z.object({
    name: z.string(),
    module: z.string(),
    goal: goalSchema,
    source: z.string().min(1),
  }),
);
const byName = derived(() => new Map(rows.map((row) => [row.name, row])));

/** Whether a history follows this distribution. */
export function isWatched(name: string): boolean {
  return byName().has(name);
}

/** The first file of its code below site-packages; null for one that no history follows. */
export function firstFileOf(name: string): string | null {
  const row = byName().get(name);
  return row ? `${row.module}/__init__.py` : null;
}

/** The goal that brings back what was proved; of several packages the one for everything. */
export function goalThatRestores(names: readonly string[]): Goal {
  const goals = new Set(names.map((name) => byName().get(name)?.goal ?? 'recommended'));
  const [only] = goals;
  return goals.size === 1 && only ? only : 'recommended';
}
