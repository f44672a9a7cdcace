import path from 'node:path';
import type { Environment, Found, Install } from '../../../shared/install.ts';
import { glance } from '../inspection/glance.ts';
import type { RunningProcess, System } from '../system.ts';
import { createCollection } from './collect.ts';
import { locateAt } from './locate.ts';
import { placesBelow, placesOfAll } from './locators/index.ts';
import { environmentsOfSources } from './python-sources/index.ts';
import { rememberReads } from './remember-reads.ts';
import { withProcess } from './running-comfyui.ts';
import { walk, type Seen, type WalkLimits } from './walk.ts';

export type FindOptions = {
  roots: string[];
  /** Search nowhere but below `roots`. */
  onlyRoots: boolean;
  signal?: AbortSignal;
  onFolder?: (folder: string, foundSoFar: number) => void;
};

/** How deep the folders that a user named are searched, and those that an application names. */
const rootLimits = { depth: 6, folders: 40_000 };
const placeLimits = { depth: 2, folders: 2_000 };

/** Lists installs and Python environments. Reads only, and starts no Python. */
export async function find(machine: System, options: FindOptions): Promise<Found> {
  const system = rememberReads(machine);
  const start = performance.now();
  const collection = createCollection();
  const seen: Seen = new Map();
  const signal = options.signal ? { signal: options.signal } : {};
  const search = (root: string, limits: WalkLimits): Promise<void> =>
    walk(
      system,
      path.resolve(root),
      { ...limits, ...signal },
      (visited) => {
        options.onFolder?.(visited.folder, collection.count());
        return collection.visit(system, visited);
      },
      seen,
    );

  for (const root of options.roots) {
    // The ComfyUI folder of a portable build was named: its Python lies beside it.
    const located = await locateAt(system, path.resolve(root)).catch(() => null);
    if (located) await collection.add(system, located);
    await search(root, rootLimits);
  }
  const running = system.processes(/main\.py/).catch(() => []);
  const named = options.onlyRoots ? placesBelow(system, options.roots) : placesOfAll(system);
  if (!options.onlyRoots) {
    const environments = await environmentsOfSources(system);
    environments.forEach(collection.addEnvironment);
  }
  for (const place of await named) await search(place, placeLimits);
  if (!options.onlyRoots) {
    for (const place of usualPlaces(system)) await search(place.root, place.limits);
  }
  const environments = await Promise.all(
    collection.environments().map(async (environment) => ({
      ...environment,
      packages: await glance(system, environment),
    })),
  );
  return {
    installs: await describe(system, collection.installs(), environments, await running),
    environments,
    elapsedMs: Math.round(performance.now() - start),
  };
}

/** The installs with the packages of their Python, and the process that runs them now. */
async function describe(
  system: System,
  installs: readonly Install[],
  environments: readonly Environment[],
  processes: readonly RunningProcess[],
): Promise<Install[]> {
  const packagesAt = new Map(environments.map((each) => [each.environmentRoot, each.packages]));
  return Promise.all(
    installs.map((install) => {
      const packages = packagesAt.get(install.python?.environmentRoot ?? '');
      return withProcess(system, packages ? { ...install, packages } : install, processes);
    }),
  );
}

function usualPlaces(system: System): { root: string; limits: WalkLimits }[] {
  const home = { root: system.homeFolder, limits: { depth: 4, folders: 20_000 } };
  if (system.platform === 'win32') {
    const drives = 'CDEFGHIJ'.split('').map((letter) => `${letter}:\\`);
    return [home, ...drives.map((root) => ({ root, limits: { depth: 3, folders: 5_000 } }))];
  }
  const shared = ['/opt', '/workspace', '/srv'];
  return [home, ...shared.map((root) => ({ root, limits: { depth: 3, folders: 5_000 } }))];
}
