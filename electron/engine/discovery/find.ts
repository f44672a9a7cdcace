import path from 'node:path';
import type { Environment, Found, Install } from '../../../shared/install.ts';
import type { System } from '../system.ts';
import { environmentAt } from './environment-at.ts';
import { recognise } from './locate.ts';
import { activeEnvironments } from './python-sources/active.ts';
import { pythonsOnPath } from './python-sources/search-path.ts';
import { glance } from '../inspection/glance.ts';
import { withProcess } from './running-comfyui.ts';
import { walk, type WalkLimits } from './walk.ts';

export type FindOptions = {
  roots: string[];
  /** Search nowhere but below `roots`. */
  onlyRoots: boolean;
  signal?: AbortSignal;
  onFolder?: (folder: string, foundSoFar: number) => void;
};

/** Lists installs and Python environments. Reads only, and starts no Python. */
export async function find(system: System, options: FindOptions): Promise<Found> {
  const start = performance.now();
  const installs = new Map<string, Install>();
  const environments = new Map<string, Environment>();
  const seen = new Set<string>();

  async function search(root: string, limits: WalkLimits): Promise<void> {
    await walk(
      system,
      path.resolve(root),
      limits,
      async (folder, entries) => {
        options.onFolder?.(folder, installs.size + environments.size);
        const located = await recognise(system, folder, entries);
        for (const { install, environment } of located) {
          installs.set(install.id, install);
          if (environment) environments.set(environment.id, environment);
        }
        if (located.length > 0) return 'leave';
        const own = entries.some((entry) => isEnvironmentMark(entry.name));
        const environment = own ? await environmentAt(system, folder) : null;
        if (!environment) return 'enter';
        environments.set(environment.id, environment);
        // A conda base holds its environments below `envs`; nothing else holds one inside.
        return entries.some((entry) => entry.name === 'envs') ? 'enter' : 'leave';
      },
      seen,
    );
  }

  const signal = options.signal ? { signal: options.signal } : {};
  for (const root of options.roots) await search(root, { depth: 6, folders: 40_000, ...signal });
  if (!options.onlyRoots) {
    for (const place of usualPlaces(system))
      await search(place.root, { ...place.limits, ...signal });
    const given = [...activeEnvironments(system), ...(await pythonsOnPath(system))];
    for (const location of given) {
      const environment = await environmentAt(system, location);
      if (environment) environments.set(environment.id, environment);
    }
  }
  const processes = installs.size > 0 ? await system.processes().catch(() => []) : [];
  const seenEnvironments = await Promise.all(
    [...environments.values()]
      .sort((a, b) => a.executable.localeCompare(b.executable))
      .map(async (environment) => ({
        ...environment,
        packages: await glance(system, environment),
      })),
  );
  const packagesAt = new Map(seenEnvironments.map((each) => [each.environmentRoot, each.packages]));
  const listed = [...installs.values()].sort((a, b) => a.sourceRoot.localeCompare(b.sourceRoot));
  const seenInstalls = listed.map((install) => {
    const packages = packagesAt.get(install.python?.environmentRoot ?? '');
    return withProcess(system, packages ? { ...install, packages } : install, processes);
  });
  return {
    installs: await Promise.all(seenInstalls),
    environments: seenEnvironments,
    elapsedMs: Math.round(performance.now() - start),
  };
}

function isEnvironmentMark(name: string): boolean {
  return name === 'pyvenv.cfg' || name === 'conda-meta' || /^python\d+\._pth$/i.test(name);
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
