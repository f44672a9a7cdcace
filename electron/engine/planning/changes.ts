import type { Facts } from '../../../shared/facts.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import type { Change, Wheel } from '../../../shared/plan.ts';
import type { Intent } from './intent.ts';

/**
 * What the wheels and the removals change. What is in the way of a new package is not in the
 * way of one that is there already: without wheels nothing is removed.
 */
export function changesOf(facts: Facts, wheels: readonly Wheel[], intent: Intent): Change[] {
  if (wheels.length === 0) return [];
  const now = (name: string): string | null => versionOf(facts.distributions, name);
  return [
    ...wheels.map((wheel) => ({ name: wheel.name, from: now(wheel.name), to: wheel.version })),
    ...intent.remove.map((name) => ({ name, from: now(name), to: null })),
  ];
}
