import { isMet } from '../../packages/requirements-here.ts';
import { runLength, type Asked, type PackageTrace } from './traces.ts';

/** A change as installers see it. `from`: undefined where nobody saw what was there before. */
export type Moved = { name: string; from: string | null | undefined; to: string };

/**
 * Whether a requirement explains that just this was put in: it takes the new version, and did not
 * take what was there. Where nobody saw that, only one that names the version does. Pure.
 */
export function explains(asked: Asked, moved: Moved, url: string | null): boolean {
  if (asked.name !== moved.name && !isSameAddress(asked.url, url)) return false;
  if (asked.url !== null) return isSameAddress(asked.url, url);
  if (!isMet(moved.to, asked.specifier)) return false;
  if (moved.from === undefined) return /^={2,3}[^*]+$/.test(asked.specifier);
  return moved.from === null || !isMet(moved.from, asked.specifier);
}

function isSameAddress(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const plain = (text: string): string =>
    text
      .replace(/^git\+/, '')
      .replace(/[#?].*$/, '')
      .replace(/(\.git)?(@[^/@]*)?$/, '');
  return plain(one) === plain(other);
}

/** Who was asked for, so that this came along, and how: the packages in between, nearest last. */
export function waysTo(
  moved: Moved,
  changed: PackageTrace,
  packages: readonly PackageTrace[],
  at: number,
): { asked: PackageTrace; through: string[] }[] {
  const mates = packages.filter(
    (each) =>
      each.name !== moved.name &&
      each.installedAt !== null &&
      Math.abs(each.installedAt - at) <= runLength,
  );
  const ways: { asked: PackageTrace; through: string[] }[] = [];
  let ends = mates.flatMap((mate) => {
    const asks = mate.requires.find((each) => explains(each, moved, changed.url));
    return asks ? [{ asked: mate, through: [`${mate.name} ${mate.version}: ${asks.text}`] }] : [];
  });
  for (let depth = 0; depth < 3 && ends.length > 0; depth += 1) {
    ways.push(...ends);
    ends = ends.flatMap(({ asked, through }) =>
      mates.flatMap((mate) => {
        if (ways.some((each) => each.asked === mate)) return [];
        const asks = mate.requires.find(
          (each) => each.name === asked.name && isMet(asked.version, each.specifier),
        );
        return asks
          ? [{ asked: mate, through: [`${mate.name} ${mate.version}: ${asks.text}`, ...through] }]
          : [];
      }),
    );
  }
  return ways;
}
