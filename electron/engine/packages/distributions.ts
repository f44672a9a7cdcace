import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';

/** PEP 503: how names are compared. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** What a project may be called (Core metadata specifications, Name); pip refuses any other word. */
const legalName = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/**
 * Name and version of a dist-info or egg-info folder; null for any other, for `~` leftovers, and for
 * what no package can be called ("Copy of numpy", a name that is no UTF-8).
 */
export function parseDistributionFolder(folder: string): { name: string; version: string } | null {
  const match = /^([^~].*?)-([^-]+)(?:-py\d[^-]*)?\.(?:dist-info|egg-info)$/.exec(folder);
  const [, name = '', version = ''] = match ?? [];
  return legalName.test(name) ? { name: normaliseName(name), version } : null;
}

/**
 * Installed distributions, from the names of their metadata folders. `~…` folders are what
 * pip left behind when it was interrupted; importlib.metadata takes them for real, we do not.
 */
export async function readDistributions(
  system: System,
  sitePackages: readonly string[],
): Promise<Distribution[]> {
  const found = new Map<string, Distribution>();
  for (const folder of sitePackages) {
    const entries = (await system.files.list(folder)) ?? [];
    const parsed = entries.flatMap((entry) => {
      const named = parseDistributionFolder(entry.name);
      return named ? [{ ...named, location: path.join(folder, entry.name) }] : [];
    });
    const complete = await Promise.all(
      parsed.map(async (each) => ({
        ...each,
        hasRecord: (await system.files.info(path.join(each.location, 'RECORD'))) !== null,
      })),
    );
    // An earlier folder hides a later one, as it does for Python.
    for (const each of complete) if (!found.has(each.name)) found.set(each.name, each);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}
