import path from 'node:path';
import { satisfies, valid, validRange } from '@renovatebot/pep440';
import type { Facts } from '../../../shared/facts.ts';
import type { Change } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { markerEnvironment } from '../packages/marker-environment.ts';
import { markerHolds } from '../packages/marker-holds.ts';
import { requirementsIn } from '../packages/requirement.ts';

export type Requirement = { by: string; name: string; specifier: string };

/** What the installed packages ask for here, leaving out extras and conditions we cannot judge. */
export async function readRequirements(
  system: System,
  facts: Pick<Facts, 'distributions' | 'platform' | 'architecture' | 'interpreter'>,
): Promise<Requirement[]> {
  const environment = markerEnvironment(facts);
  const all = await Promise.all(
    facts.distributions.map(async ({ name: by, location }) => {
      const text = await system.files.readText(path.join(location, 'METADATA'));
      return requirementsIn(text ?? '')
        .filter(({ marker }) => marker === null || markerHolds(marker, environment) === true)
        .map(({ name, specifier }) => ({ by, name, specifier }));
    }),
  );
  return all.flat();
}

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

/** Whether a version is what was asked for; a specifier that cannot be read proves nothing. */
export function isMet(version: string, specifier: string): boolean {
  if (specifier === '' || !validRange(specifier)) return true;
  // What is installed was chosen by somebody: a nightly build counts as the version that it is.
  return satisfies(version, specifier, { prereleases: true });
}
