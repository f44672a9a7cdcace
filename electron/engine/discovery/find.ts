import path from 'node:path';
import type { Environment, Found, Install } from '../../../shared/install.ts';
import { placesOfRunning } from '../launch/running-comfyui.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { whileWanted } from '../machine/while-wanted.ts';
import { partOf, type TellBroken } from '../mistakes/parts.ts';
import { glance, type Glance } from '../packages/glance.ts';
import { createCollection } from './collect.ts';
import { locateAt } from './locate.ts';
import { placesBelow, placesOfAll } from './locators/index.ts';
import { environmentsOfSources } from './python-sources/index.ts';
import { rememberReads } from './remember-reads.ts';
import { withProcess } from './running-server.ts';
import { placeLimits, rootLimits, usualPlaces } from './usual-places.ts';
import { walk, type Seen, type WalkLimits } from './walk.ts';

export type FindOptions = {
  roots: string[];
  /** Search nowhere but below `roots`. */
  onlyRoots: boolean;
  signal?: AbortSignal;
  onFolder?: (folder: string, foundSoFar: number) => void;
  /** Hears of the parts that broke by a mistake of our own; without it, one ends the search. */
  onBroken?: TellBroken;
};

/** Lists installs and Python environments. Reads only, and starts no Python. */
export async function find(machine: System, options: FindOptions): Promise<Found> {
  const system = rememberReads(whileWanted(machine, options.signal));
  const start = performance.now();
  const tell = options.onBroken ?? null;
  const collection = createCollection(system, tell);
  const seen: Seen = new Map();
  const signal = options.signal ? { signal: options.signal } : {};
  const search = (root: string, limits: WalkLimits): Promise<void> =>
    walk(
      system,
      path.resolve(root),
      { ...limits, ...signal },
      (visited) => {
        options.onFolder?.(visited.folder, collection.count());
        return partOf('folders', tell, () => collection.visit(visited), 'enter');
      },
      seen,
    );

  const addAt = async (folder: string): Promise<void> => {
    const located = await locateAt(system, folder, tell).catch(ifUnanswered(null));
    if (located) await collection.add(located);
  };

  for (const root of options.roots) {
    // The ComfyUI folder of a portable build was named: its Python lies beside it.
    await addAt(path.resolve(root));
    await search(root, rootLimits);
  }
  const searchPlaces = async (): Promise<void> => {
    const { onlyRoots, roots } = options;
    const [named, environments] = await Promise.all([
      onlyRoots ? placesBelow(system, roots, tell) : placesOfAll(system, tell),
      onlyRoots ? Promise.resolve([]) : environmentsOfSources(system, tell),
    ]);
    environments.forEach(collection.addEnvironment);
    for (const place of named) await search(place, placeLimits);
    const usual = options.onlyRoots ? [] : await usualPlaces(system);
    for (const place of usual) await search(place.root, place.limits);
  };
  const [processes] = await Promise.all([
    system.processes(/main\.py/).catch(ifUnanswered([])),
    searchPlaces(),
  ]);
  if (!options.onlyRoots) {
    // Whatever runs is there, wherever that is.
    for (const place of placesOfRunning(processes)) await addAt(place);
  }
  const described = await Promise.all(
    collection.installs().map((install) =>
      partOf('processes', tell, () => withProcess(system, install, processes), {
        install,
        environment: null,
      }),
    ),
  );
  for (const { environment } of described) if (environment) collection.addEnvironment(environment);
  const environments = await Promise.all(
    collection.environments().map(async (environment) => ({
      ...environment,
      // What is wrong with one environment must not cost the list of all others.
      packages: await partOf(
        'packages',
        tell,
        () => glance(system, environment).catch(ifUnanswered(nothing)),
        nothing,
      ),
    })),
  );
  return {
    installs: described.map(({ install }) => withPackages(install, environments)),
    environments,
    elapsedMs: Math.round(performance.now() - start),
  };
}

const nothing: Glance = { torch: null, xformers: null };

/** The install with the packages of its Python. */
function withPackages(install: Install, environments: readonly Environment[]): Install {
  const root = install.python?.environmentRoot;
  const packages = environments.find((each) => each.environmentRoot === root)?.packages;
  return packages ? { ...install, packages } : install;
}
