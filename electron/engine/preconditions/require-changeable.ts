import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';

/** Refuses what must not be changed at all: `externally-managed`, `read-only`. */
export function requireChangeable(facts: Facts): void {
  const { externallyManaged, writable, sitePackages, environmentRoot } = facts.interpreter;
  if (externallyManaged) fail('externally-managed');
  if (!writable) fail('read-only', { params: { path: sitePackages[0] ?? environmentRoot } });
}
