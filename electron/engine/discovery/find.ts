import path from 'node:path';
import type { Environment, Found, Install } from '../../../shared/install.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { glance, type Glance } from '../inspection/glance.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import type { System } from '../system.ts';
import { createCollection } from './collect.ts';
import { locateAt } from './locate.ts';
import { placesBelow, placesOfAll } from './locators/index.ts';
import { environmentsOfSources } from './python-sources/index.ts';
import { rememberReads } from './remember-reads.ts';
import { placesOfRunning } from './running-comfyui.ts';
import { withProcess } from './running-server.ts';
import { placeLimits, rootLimits, usualPlaces } from './usual-places.ts';
import { walk, type Seen, type WalkLimits } from './walk.ts';

export type FindOptions = {
  roots: string[];
  /** Search nowhere but below `roots`. */
  onlyRoots: boolean;
  signal?: AbortSignal;
  onFolder?: (folder: string, foundSoFar: number) => void;
};

/** Lists installs and Python environments. Reads only, and starts no Python. */
export async function find(machine: System, options: FindOptions): Promise<Found> {
  const system = rememberReads(whileWanted(machine, options.signal));
  const start = performance.now();
  const collection = createCollection(system);
  const seen: Seen = new Map();
  const signal = options.signal ? { signal: options.signal } : {};
  const search = (root: string, limits: WalkLimits): Promise<void> =>
    walk(
      system,
      path.resolve(root),
      { ...limits, ...signal },
      (visited) => {
        options.onFolder?.(visited.folder, collection.count());
        return collection.visit(visited);
      },
      seen,
    );

  const addAt = async (folder: string): Promise<void> => {
    const located = await locateAt(system, folder).catch(() => null);
    if (located) await collection.add(located);
  };

  for (const root of options.roots) {
    // The ComfyUI folder of a portable build was named: its Python lies beside it.
    await addAt(path.resolve(root));
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
    for (const place of await usualPlaces(system)) await search(place.root, place.limits);
    // Whatever runs is there, wherever that is.
    for (const place of placesOfRunning(await running)) await addAt(place);
  }
  const processes = await running;
  const described = await Promise.all(
    collection.installs().map((install) => withProcess(system, install, processes)),
  );
  for (const { environment } of described) if (environment) collection.addEnvironment(environment);
  const environments = await Promise.all(
    collection.environments().map(async (environment) => ({
      ...environment,
      // What is wrong with one environment must not cost the list of all others.
      packages: await glance(system, environment).catch(ofNothing),
    })),
  );
  return {
    installs: described.map(({ install }) => withPackages(install, environments)),
    environments,
    elapsedMs: Math.round(performance.now() - start),
  };
}

function ofNothing(thrown: unknown): Glance {
  if (thrown instanceof ProblemError) return { torch: null, xformers: null };
  throw thrown;
}

/** The install with the packages of its Python. */
function withPackages(install: Install, environments: readonly Environment[]): Install {
  const root = install.python?.environmentRoot;
  const packages = environments.find((each) => each.environmentRoot === root)?.packages;
  return packages ? { ...install, packages } : install;
}
