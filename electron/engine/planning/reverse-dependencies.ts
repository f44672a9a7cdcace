import { valid } from '@renovatebot/pep440';
import type { Change } from '../../../shared/plan.ts';
import { isMet, type Requirement } from '../packages/requirements-here.ts';

/**
 * Packages that are content now and would not be after the change. pip's dry run does not
 * say this, and its real run says it only when it is done.
 */
export function brokenBy(
  changes: readonly Change[],
  requirements: readonly Requirement[],
): Requirement[] {
  const moved = new Map(changes.map((change) => [change.name, change]));
  return requirements.filter((each) => {
    const change = moved.get(each.name);
    if (!change || moved.has(each.by) || each.specifier === '') return false;
    return holds(change.from, each.specifier) && !holds(change.to, each.specifier);
  });
}

/** A version that cannot be read is none of which anybody knows that it was content. */
function holds(version: string | null, specifier: string): boolean {
  return version !== null && valid(version) !== null && isMet(version, specifier);
}
