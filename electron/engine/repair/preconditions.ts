import type { Facts } from '../../../shared/facts.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';

/** Refuses what must not be changed at all: `externally-managed`, `read-only`. */
export function requireChangeable(facts: Facts): void {
  const { externallyManaged, writable, sitePackages, environmentRoot } = facts.interpreter;
  if (externallyManaged) fail('externally-managed');
  if (!writable) fail('read-only', { params: { path: sitePackages[0] ?? environmentRoot } });
}

/** Refuses an environment whose Python is gone, with the Problem that says how it is gone. */
export function requireStartable(facts: Facts): void {
  const gone = facts.interpreter.problems?.find(({ code }) => code !== 'environment-moved');
  if (gone) throw new ProblemError(gone);
}
