import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { FolderEntry, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parseDistributionFolder } from '../packages/distributions.ts';
import { readMissingFiles, type MissingFiles } from './missing-files.ts';

export type PackageHealth = {
  withoutMetadata: string[];
  missingFiles: MissingFiles[];
  /** `~…` folders that an interrupted pip left behind. */
  leftovers: string[];
  /** One project with several metadata folders in one place. */
  duplicates: { name: string; versions: string[] }[];
  /** Put there by pip or the like: without a RECORD it cannot take them out again. */
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
    withoutRecord: (await byPip(system, distributions)).map((each) => each.name),
    withoutMetadata: await withoutMetadata(system, own, entries, distributions),
    missingFiles: await readMissingFiles(system, distributions),
  };
}

/** What writes a RECORD; conda, Debian and others keep lists of their own (PEP 376, PEP 627). */
const writers = ['pip', 'uv', 'poetry', 'pdm', 'installer'];

async function byPip(
  system: System,
  distributions: readonly Distribution[],
): Promise<Distribution[]> {
  const found = await Promise.all(
    distributions.map(async (each) => {
      if (each.hasRecord) return [];
      const file = path.join(each.location, 'INSTALLER');
      const text = await system.files.readText(file).catch(ifUnanswered(null));
      const [installer = ''] = (text ?? '').trim().toLowerCase().split(/\s/);
      return installer === '' || writers.includes(installer) ? [each] : [];
    }),
  );
  return found.flat();
}

/** The packages that are worth nothing without their version: others ask for it by name. */
const asked = ['torch', 'xformers'];

/** A dist-info without METADATA, or a package without any: importlib.metadata says "not found". */
async function withoutMetadata(
  system: System,
  own: string | undefined,
  entries: readonly FolderEntry[],
  distributions: readonly Distribution[],
): Promise<string[]> {
  const found = await Promise.all(
    asked.map(async (name) => {
      const listed = distributionNamed(distributions, name);
      const file = listed
        ? listed.location.endsWith('.dist-info') && path.join(listed.location, 'METADATA')
        : entries.some((entry) => entry.name === name) && path.join(own ?? '', name, '__init__.py');
      if (file === false) return [];
      // The list without its core, or the package without its list.
      const isThere = (await system.files.info(file).catch(ifUnanswered(null))) !== null;
      return isThere === (listed === null) ? [name] : [];
    }),
  );
  return found.flat();
}
