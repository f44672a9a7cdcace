import { compare as compareValid, satisfies as satisfiesValid, valid } from '@renovatebot/pep440';

/*
 * The library throws for what is no version, and logs, packages and indexes name whatever they like: so
 * these two stand between.
 */

/** As pip compares them (PEP 440); what is no version is older than all that are. */
export function compare(a: string, b: string): number {
  const known = [valid(a), valid(b)].map((each) => each !== null);
  return known[0] && known[1] ? compareValid(a, b) : Number(known[0]) - Number(known[1]);
}

/** Whether a version is one that was asked for; false where it is no version. */
export function satisfies(
  version: string,
  specifier: string,
  options: { prereleases?: boolean } = {},
): boolean {
  return valid(version) !== null && satisfiesValid(version, specifier, options);
}

/** Whether a version lies from `from` up to, not including, `below`; false where it is not a version. */
export function isWithin(
  version: string,
  from: string | null | undefined,
  below: string | null | undefined,
): boolean {
  if (valid(version) === null) return false;
  if (from && compare(version, from) < 0) return false;
  return !below || compare(version, below) < 0;
}

/** The plain releases that pip installs from an index: no nightly, no build from source. */
export function isRelease(version: string): boolean {
  return /^\d+(\.\d+)+(\.post\d+)?(\+[a-z]+[\d.]*)?$/.test(version);
}

/** Dotted numbers, as drivers and files carry them; missing parts count as 0. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
