import path from 'node:path';
import * as z from 'zod';
import type { Distribution } from '../../../../shared/facts.ts';
import { parseJson } from '../../machine/json-text.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { markerHolds } from '../../packages/marker-holds.ts';
import type { MarkerEnvironment } from '../../packages/marker.ts';
import { requirementsIn } from '../../packages/requirement.ts';
import { installedAt } from '../seen/seen.ts';
import { runLength, type Asked, type PackageTrace, type Time } from './traces.ts';

const directUrlSchema = z.object({ url: z.string() });

/** When each was put in; and what an installer left beside those of the same runs as the changed ones. */
export async function readPackages(
  system: System,
  distributions: readonly Distribution[],
  changed: readonly string[],
  environment: MarkerEnvironment,
): Promise<PackageTrace[]> {
  const timed = await Promise.all(
    distributions.map(async (each) => ({ each, at: await installedAt(system, each) })),
  );
  const runs = timed.flatMap(({ each, at }) => (changed.includes(each.name) ? [at] : []));
  return Promise.all(
    timed.map(async ({ each, at }): Promise<PackageTrace> => {
      const plain = { name: each.name, version: each.build ?? each.version, installedAt: at };
      // A change without a time, as one of conda, is asked about all the same.
      const near = changed.includes(each.name) || runs.some((run) => isOneRun(run, at));
      const left = near ? await readLeft(system, each, environment) : nothingLeft;
      return { ...plain, ...left };
    }),
  );
}

function isOneRun(one: Time | null, other: Time | null): boolean {
  return one !== null && other !== null && Math.abs(one - other) <= runLength;
}

type Left = Pick<PackageTrace, 'installer' | 'requested' | 'url' | 'requires'>;
const nothingLeft: Left = { installer: null, requested: false, url: null, requires: [] };

async function readLeft(
  system: System,
  { location }: Distribution,
  environment: MarkerEnvironment,
): Promise<Left> {
  const read = (name: string): Promise<string | null> =>
    system.files.readText(path.join(location, name)).catch(ifUnanswered(null));
  const [installer, requested, direct, metadata] = await Promise.all([
    read('INSTALLER'),
    read('REQUESTED'),
    read('direct_url.json'),
    read('METADATA'),
  ]);
  return {
    installer: installer?.trim().toLowerCase() ?? null,
    requested: requested !== null,
    url: directUrlSchema.safeParse(parseJson(direct ?? '')).data?.url ?? null,
    requires: requiresOf(metadata ?? '', environment),
  };
}

function requiresOf(metadata: string, environment: MarkerEnvironment): Asked[] {
  return requirementsIn(metadata)
    .filter(({ marker }) => marker === null || markerHolds(marker, environment) === true)
    .map(({ name, specifier, url }) => ({ text: `${name}${specifier}`, name, specifier, url }));
}
