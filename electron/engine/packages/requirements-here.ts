import { satisfies } from '../knowledge/versions.ts';
import path from 'node:path';
import { valid, validRange } from '@renovatebot/pep440';
import type { Conflict } from '../../../shared/conflict.ts';
import type { Facts } from '../../../shared/facts.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { markerEnvironment } from './marker-environment.ts';
import { markerHolds } from './marker-holds.ts';
import { requirementsIn } from './requirement.ts';

export type Requirement = { by: string; name: string; specifier: string };

/** What the installed packages ask for here, leaving out extras and conditions we cannot judge. */
export async function readRequirements(
  system: System,
  facts: Pick<Facts, 'distributions' | 'platform' | 'architecture' | 'interpreter'>,
): Promise<Requirement[]> {
  const environment = markerEnvironment(facts);
  const all = await Promise.all(
    facts.distributions.map(async ({ name: by, location }) => {
      const file = path.join(location, 'METADATA');
      const text = await system.files.readText(file).catch(ifUnanswered(null));
      return requirementsIn(text ?? '')
        .filter(({ marker }) => marker === null || markerHolds(marker, environment) === true)
        .map(({ name, specifier }) => ({ by, name, specifier }));
    }),
  );
  return all.flat();
}

/** Packages that are here and ask for another version of one that is here as well. Pure. */
export function conflictsAmong(
  distributions: Facts['distributions'],
  requirements: readonly Requirement[],
): Conflict[] {
  const found = requirements.flatMap((each) => {
    const version = versionOf(distributions, each.name);
    if (version === null || valid(version) === null) return [];
    return isMet(version, each.specifier) ? [] : [{ ...each, version }];
  });
  const words = ({ by, name, specifier }: Conflict): string => `${by} ${name} ${specifier}`;
  return [...new Map(found.map((each) => [words(each), each])).values()];
}

/** Whether a version is what was asked for; a specifier that cannot be read proves nothing. */
export function isMet(version: string, specifier: string): boolean {
  if (specifier === '' || !validRange(specifier)) return true;
  // What is installed was chosen by somebody: a nightly build counts as the version that it is.
  return satisfies(version, specifier, { prereleases: true });
}

/** Where a build is asked for, another one will not do: the library looks at the number alone. */
export function meets(version: string, specifier: string): boolean {
  const build = /^={2,3}([^,*]+\+[^,*]+)$/.exec(specifier.trim())?.[1];
  return build === undefined ? isMet(version, specifier) : version === build.trim();
}
