import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../system.ts';
import { parseDistributionFolder } from './distributions.ts';

export type PackageHealth = {
  /** `~…` folders that an interrupted pip left behind. */
  leftovers: string[];
  /** One project with several metadata folders in one place. */
  duplicates: { name: string; versions: string[] }[];
  /** Without a RECORD pip cannot take a package out again. */
  withoutRecord: string[];
};

/** What is odd about the packages, by the names of folders alone. */
export async function readPackageHealth(
  system: System,
  sitePackages: readonly string[],
  distributions: readonly Distribution[],
): Promise<PackageHealth> {
  const own = sitePackages[0];
  const entries = own === undefined ? [] : ((await system.files.list(own)) ?? []);
  const versions = new Map<string, string[]>();
  for (const entry of entries) {
    const parsed = parseDistributionFolder(entry.name);
    if (parsed) versions.set(parsed.name, [...(versions.get(parsed.name) ?? []), parsed.version]);
  }
  return {
    leftovers: entries
      .filter((entry) => entry.name.startsWith('~'))
      .map((entry) => path.join(own ?? '', entry.name)),
    duplicates: [...versions]
      .filter(([, found]) => found.length > 1)
      .map(([name, found]) => ({ name, versions: found })),
    withoutRecord: distributions.filter((each) => !each.hasRecord).map((each) => each.name),
  };
}
