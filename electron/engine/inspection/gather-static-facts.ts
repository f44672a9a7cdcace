import { absent, unknown, type Facts } from '../../../shared/facts.ts';
import type { Environment, Install } from '../../../shared/install.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import { readLaunchPythons } from '../launch/launch-python.ts';
import { launchOf } from '../launch/launch.ts';
import type { System } from '../machine/system.ts';
import { readDistributions } from '../packages/distributions.ts';
import { readTorchBuild } from '../packages/torch-build.ts';
import type { Beside } from '../pythons/beside.ts';
import { sitePackagesOf } from '../pythons/site-packages.ts';
import { readAttentionBuilds } from './attention-builds.ts';
import { withCompanionBuilds } from './companion-builds.ts';
import { readKitchenPin } from './comfyui-pins.ts';
import { factsBeside, listedBeside } from './facts-beside.ts';
import { environmentPlatform, isForeign } from './environment-platform.ts';
import { readDisplayVendors, readDriverFiles } from './nvidia.ts';
import { oldConflictsAmong, readUnmet } from './old-conflicts.ts';
import { readPackageHealth } from './package-health.ts';
import { readExtensions } from './extensions.ts';
import { isExternallyManaged } from './externally-managed.ts';
import { readPathConfiguration } from './path-configuration.ts';
import { predictBackend } from './predict-backend.ts';
import { readToolchain } from './toolchain.ts';
import { tritonOf } from './triton-distribution.ts';
import { readUserSite } from './user-site.ts';
import { readXformersBuild } from './xformers-build.ts';

export type Target = { id: string; install: Install | null; environment: Environment };

/**
 * Everything that files alone can tell of an environment, or of what it would be with packages
 * that lie beside it. Starts no program at all.
 */
export async function gatherStaticFacts(
  system: System,
  target: Target,
  beside: Beside | null = null,
): Promise<Facts> {
  const { environment, install } = target;
  const own = await sitePackagesOf(system, environment);
  const sitePackages = beside ? [beside.folder, ...own] : own;
  const [distributions, torch, driver, gpus, managed, writable, pathConfiguration] =
    await Promise.all([
      readDistributions(system, sitePackages).then((all) =>
        withCompanionBuilds(system, listedBeside(all, beside)),
      ),
      readTorchBuild(system, sitePackages),
      readDriverFiles(system),
      readDisplayVendors(system),
      isExternallyManaged(system, environment),
      isWritable(system, own),
      readPathConfiguration(system, environment),
    ]);
  const triton = tritonOf(distributions);
  const [health, userSite, toolchain, attentionBuilds, pythons, kitchenPin, extensions] =
    await Promise.all([
      readPackageHealth(system, own, distributions),
      readUserSite(system, environment, pathConfiguration),
      triton.state === 'known' ? readToolchain(system, environment) : null,
      readAttentionBuilds(system, sitePackages, distributions),
      install ? readLaunchPythons(system, install) : [],
      install ? readKitchenPin(system, install.sourceRoot) : null,
      // Those of the environment would be judged for those that lie beside it.
      beside ? [] : readExtensions(system, environment, distributions, torch),
    ]);
  const version = (name: string): string | null => versionOf(distributions, name);
  const read: Omit<Facts, 'comfyui' | 'backend'> = {
    platform: environmentPlatform(system, environment),
    architecture: system.architecture,
    interpreter: {
      executable: environment.executable,
      version: environment.version,
      kind: environment.kind,
      environmentRoot: environment.environmentRoot,
      sitePackages: own,
      writable,
      externallyManaged: managed,
      pip: version('pip'),
      problems: environment.problems,
    },
    distributions,
    torch,
    xformers: await readXformersBuild(system, sitePackages, distributions),
    triton,
    // The card is the machine's, but each of its systems has drivers of its own.
    driver: driver.state === 'absent' && isForeign(system, environment) ? unknown() : driver,
    gpus,
    live: absent('probe'),
    packageHealth: { ...health, userSite },
    heldBy: [],
    pathConfiguration,
    toolchain,
    attentionBuilds,
    extensions,
    said: [],
  };
  const facts = beside ? factsBeside(read, beside) : read;
  const unmet = await readUnmet(system, facts);
  const conflicts = oldConflictsAmong(unmet);
  const comfyui = install && {
    version: install.comfyui?.version ?? null,
    kitchenPin,
    ...launchOf(install.launchers),
    pythons,
  };
  const backend = comfyui && predictBackend(facts, comfyui);
  return { ...facts, conflicts, unmet, comfyui, backend };
}

async function isWritable(system: System, sitePackages: string[]): Promise<boolean> {
  const own = sitePackages[0];
  return own !== undefined && (await system.files.writable(own));
}
