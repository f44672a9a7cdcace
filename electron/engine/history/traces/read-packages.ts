import path from 'node:path';
import { z } from 'zod';
import type { Distribution } from '../../../../shared/facts.ts';
import { parseJson } from '../../machine/json-text.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { markerHolds } from '../../packages/marker-holds.ts';
import type { MarkerEnvironment } from '../../packages/marker.ts';
import { requirementsIn } from '../../packages/requirement.ts';
import { installedAt } from '../seen.ts';
import type { Asked, PackageTrace } from './traces.ts';

const directUrlSchema = z.object({ url: z.string() });

/** What an installer left beside each package: some small files. */
export function readPackages(
  system: System,
  distributions: readonly Distribution[],
  environment: MarkerEnvironment,
): Promise<PackageTrace[]> {
  return Promise.all(
    distributions.map(async (each): Promise<PackageTrace> => {
      const read = (name: string): Promise<string | null> =>
        system.files.readText(path.join(each.location, name)).catch(ifUnanswered(null));
      const [at, installer, requested, direct, metadata] = await Promise.all([
        installedAt(system, each),
        read('INSTALLER'),
        read('REQUESTED'),
        read('direct_url.json'),
        read('METADATA'),
      ]);
      return {
        name: each.name,
        version: each.build ?? each.version,
        installedAt: at,
        installer: installer?.trim().toLowerCase() ?? null,
        requested: requested !== null,
        url: directUrlSchema.safeParse(parseJson(direct ?? '')).data?.url ?? null,
        requires: requiresOf(metadata ?? '', environment),
      };
    }),
  );
}

function requiresOf(metadata: string, environment: MarkerEnvironment): Asked[] {
  return requirementsIn(metadata)
    .filter(({ marker }) => marker === null || markerHolds(marker, environment) === true)
    .map(({ name, specifier, url }) => ({ text: `${name}${specifier}`, name, specifier, url }));
}
