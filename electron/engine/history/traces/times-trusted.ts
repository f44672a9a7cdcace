import { isSameVersion } from '../seen/same-version.ts';
import type { Seen } from '../seen/seen.ts';
import { minute, type PackageTrace, type Time } from './traces.ts';

/** From the last look at which it was still otherwise (null: there was none) to now. */
export type Window = { since: Time | null; now: Time };

/** Clocks of a disk and of a computer differ a little, and FAT counts in two seconds. */
const slack = 2 * minute;

/**
 * When this package was put in, as far as its time can be believed: not where files were copied
 * or unpacked together, nor where the time lies outside of what is possible. Pure.
 */
export function believedTime(
  changed: PackageTrace,
  packages: readonly PackageTrace[],
  before: Seen | null,
  { since, now }: Window,
): Time | null {
  const at = changed.installedAt;
  if (at === null || at > now + slack) return null;
  if (since !== null && at < since - slack) return null;
  return copiedTogether(at, packages) || movedTimes(packages, before) ? null : at;
}

/** Nearly everything has one time: an archive that was unpacked, or a copy. */
function copiedTogether(at: Time, packages: readonly PackageTrace[]): boolean {
  const near = packages.filter(
    (each) => each.installedAt !== null && Math.abs(each.installedAt - at) <= 3000,
  );
  return near.length >= 4 && near.length >= packages.length * 0.8;
}

/** What did not change has another time than at the last look: somebody copied it all. */
function movedTimes(packages: readonly PackageTrace[], before: Seen | null): boolean {
  const same = packages.flatMap((each) => {
    const was = before?.packages[each.name];
    return was?.installedAt !== undefined &&
      isSameVersion(was.version, each.version) &&
      each.installedAt !== null
      ? [Math.abs(Date.parse(was.installedAt) - each.installedAt)]
      : [];
  });
  return same.length >= 2 && same.filter((apart) => apart > 3000).length * 2 > same.length;
}
