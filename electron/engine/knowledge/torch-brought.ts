import { compare, satisfies } from './versions.ts';
import { xformersReleaseRows } from './tables.ts';
import { torchTrioRows } from './torch-trio.ts';

/** The newest torch that a table names. */
export const newestTorch = (): string => torchTrioRows[0]?.torch ?? '0';

/**
 * What the newest release of a package that fits wants of torch, any of these; null where it wants
 * nothing that is known.
 */
export function torchBroughtBy(name: string, specifier: string): string[] | null {
  if (name === 'xformers') {
    const newest = newestOf(xformersReleaseRows, ({ version }) => version, specifier);
    return newest ? [newest.torchRequirement] : null;
  }
  if (name !== 'torchvision' && name !== 'torchaudio') return null;
  const newest = newestOf(torchTrioRows, (row) => row[name], specifier);
  if (!newest) return null;
  // Several torches share the last of them: it says no more than that it wants none before.
  const sharing = torchTrioRows.filter((row) => row[name] === newest[name]);
  const [first] = sharing.map(({ torch }) => torch).sort(compare);
  return sharing.length === 1 ? [`==${newest.torch}`] : [`>=${first ?? '0'}`];
}

function newestOf<T>(
  rows: readonly T[],
  versionOf: (row: T) => string,
  specifier: string,
): T | undefined {
  return rows
    .filter((row) => specifier === '' || satisfies(versionOf(row), specifier))
    .sort((a, b) => compare(versionOf(b), versionOf(a)))[0];
}
