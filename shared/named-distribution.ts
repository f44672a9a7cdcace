import type { Distribution } from './facts.ts';

/** The distribution of that normalised name among those listed; null where it is not. */
export function distributionNamed(
  listed: readonly Distribution[],
  name: string,
): Distribution | null {
  return listed.find((each) => each.name === name) ?? null;
}

/** Its version, as its metadata says it; null where it is not listed. */
export function versionOf(listed: readonly Distribution[], name: string): string | null {
  return distributionNamed(listed, name)?.version ?? null;
}
