import { valid } from '@renovatebot/pep440';
import type { Conflict } from '../../../shared/conflict.ts';
import type { Facts } from '../../../shared/facts.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import type { Threat } from '../../../shared/protection.ts';
import { isGuarded } from '../knowledge/guarded-packages.ts';
import { newestTorch, torchBroughtBy } from '../knowledge/torch-brought.ts';
import { markerEnvironment } from '../packages/marker-environment.ts';
import { markerHolds } from '../packages/marker-holds.ts';
import { wheelInAddress } from '../packages/requirements-file.ts';
import { isMet, meets } from '../packages/requirements-here.ts';
import type { Asked } from './asked.ts';

type Here = Pick<Facts, 'distributions' | 'platform' | 'architecture' | 'interpreter'>;

/**
 * Which of all that is asked for would move a guarded package that is here, and to what. Pure. A
 * condition that nobody can judge, or a version that cannot be read, is no threat.
 */
export function judgeAsked(here: Here, asked: readonly Asked[]): Threat[] {
  const environment = markerEnvironment(here);
  const found = asked.flatMap((each) => {
    const { marker, name } = each.requirement;
    if (!isGuarded(name)) return [];
    if (marker !== null && markerHolds(marker, environment) !== true) return [];
    const would = movedBy(here, each);
    if (!would) return [];
    const { source, kind, file, requirement } = each;
    return [{ source, kind, file, requirement: requirement.text, would }];
  });
  return unique(found);
}

/** Packages that are here and ask for another version of what is guarded: pip would see to it. */
export function threatsOfPackages(unmet: readonly Conflict[]): Threat[] {
  return unique(
    unmet
      .filter(({ name }) => isGuarded(name))
      .map(({ by, name, specifier, version }) => ({
        source: by,
        kind: 'package' as const,
        file: null,
        requirement: `${name}${specifier}`,
        would: { name, from: version, to: exactIn(specifier) ?? specifier },
      })),
  );
}

function movedBy({ distributions }: Here, asked: Asked): Threat['would'] | null {
  const { requirement, upgrades, besideTorch, within } = asked;
  const { name, specifier, url } = requirement;
  const version = versionOf(distributions, name);
  if (version === null) return besideTorch ? null : broughtBy(distributions, name, specifier);
  if (valid(version) === null) return null;
  if (url !== null) {
    const wheel = wheelInAddress(url);
    return wheel?.version === version ? null : { name, from: version, to: wheel?.version ?? null };
  }
  const broken = [specifier, ...within].find((each) => !meets(version, each));
  if (broken !== undefined) {
    return { name, from: version, to: exactIn(broken) ?? broken };
  }
  if (!upgrades || exactIn(specifier) !== null) return null;
  const isNewest = name === 'torch' && isMet(version, `>=${newestTorch()}`);
  return isNewest ? null : { name, from: version, to: null };
}

/** What is not here comes in its newest release, and that may want another torch. */
function broughtBy(
  distributions: Here['distributions'],
  name: string,
  specifier: string,
): Threat['would'] | null {
  const torch = versionOf(distributions, 'torch');
  const wanted = torchBroughtBy(name, specifier);
  if (torch === null || wanted === null || valid(torch) === null) return null;
  if (wanted.some((each) => isMet(torch, each))) return null;
  const [first = ''] = wanted;
  return { name: 'torch', from: torch, to: exactIn(first) ?? first };
}

/** The version of `==2.4.0`; null where a range is asked for. */
function exactIn(specifier: string): string | null {
  const parts = specifier.split(',').map((each) => /^={2,3}([^*]+)$/.exec(each.trim())?.[1]);
  return parts.find((each) => each !== undefined) ?? null;
}

function unique(threats: readonly Threat[]): Threat[] {
  const words = ({ source, file, requirement }: Threat): string =>
    `${source}\n${file ?? ''}\n${requirement}`;
  return [...new Map(threats.map((each) => [words(each), each])).values()];
}
