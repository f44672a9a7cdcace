import type { Facts } from '../../../shared/facts.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import { fail } from '../../../shared/problem.ts';
import { markerEnvironment } from '../packages/marker-environment.ts';
import { markerHolds } from '../packages/marker-holds.ts';
import { isMet } from '../packages/requirements-here.ts';
import type { Reported } from '../pip/pip-report.ts';
import type { Intent } from './intent.ts';

/** How deep wheels may ask for one another. */
const mostRounds = 12;

/**
 * Resolves what moves and nothing else. pip's own resolver looks at every package that is there,
 * and one old disagreement among them that nobody minds makes it refuse everything. Here each
 * wheel is asked for without its dependencies (`find`), and what it wants is compared with what
 * is there: a version that will do stays, what is missing or may move is asked for in the next
 * round. `chosen` will be there as well. Throws `would-break-packages` where a wheel wants
 * another version of what must stay.
 */
export async function resolveApart(
  facts: Facts,
  intent: Intent,
  requirements: readonly string[],
  chosen: readonly Reported[],
  find: (requirements: readonly string[]) => Promise<Reported[]>,
): Promise<Reported[]> {
  const wanted = new Set(requirements);
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await find([...wanted]);
    const missing = missingOf(facts, intent, found, chosen).filter((each) => !wanted.has(each));
    if (missing.length === 0) return found;
    for (const each of missing) wanted.add(each);
  }
  return fail('would-break-packages', { params: { packages: [...wanted].join(', ') } });
}

/** What the wheels ask for that will not be there, as requirements. */
function missingOf(
  facts: Facts,
  intent: Intent,
  found: readonly Reported[],
  before: readonly Reported[],
): string[] {
  const environment = markerEnvironment(facts);
  const chosen = new Map([...before, ...found].map(({ wheel }) => [wheel.name, wheel.version]));
  const movable = new Set([...intent.movable, ...found.map(({ wheel }) => wheel.name)]);
  const gone = new Set(intent.remove);
  return found.flatMap(({ wheel, requires, extras }) =>
    requires.flatMap(({ name, extras: own, specifier, url, marker }) => {
      if (url !== null) return [];
      if (marker !== null && markerHolds(marker, environment, extras) !== true) return [];
      const there = gone.has(name) ? null : versionOf(facts.distributions, name);
      const version = chosen.get(name) ?? there;
      if (version !== null && isMet(version, specifier)) return [];
      if (version === null || movable.has(name)) return [`${name}${bracketed(own)}${specifier}`];
      const packages = `${wheel.name} ${wheel.version}: ${name}${specifier} (${version})`;
      return fail('would-break-packages', { params: { packages } });
    }),
  );
}

function bracketed(extras: readonly string[]): string {
  return extras.length === 0 ? '' : `[${extras.join(',')}]`;
}
