import { withCompanionBuilds } from '../../inspection/companion-builds.ts';
import { environmentPlatform } from '../../inspection/environment-platform.ts';
import type { Target } from '../../inspection/gather-static-facts.ts';
import { readDriverFiles } from '../../inspection/nvidia.ts';
import { launchOf } from '../../launch/launch.ts';
import type { System } from '../../machine/system.ts';
import { readDistributions } from '../../packages/distributions.ts';
import { readTorchBuild } from '../../packages/torch-build.ts';
import { sitePackagesOf } from '../../pythons/site-packages.ts';
import type { SeenFacts } from './seen.ts';

/** What a history wants to know, and nothing else: a few dozen questions to the disk, no program. */
export async function glimpse(system: System, target: Target): Promise<SeenFacts> {
  const { environment, install } = target;
  const sitePackages = await sitePackagesOf(system, environment);
  const [distributions, torch, driver] = await Promise.all([
    readDistributions(system, sitePackages).then((all) => withCompanionBuilds(system, all)),
    readTorchBuild(system, sitePackages),
    readDriverFiles(system),
  ]);
  const { executable, version, kind, environmentRoot } = environment;
  return {
    platform: environmentPlatform(system, environment),
    architecture: system.architecture,
    interpreter: {
      ...{ executable, version, kind, environmentRoot, sitePackages },
      ...{ writable: true, externallyManaged: false, pip: null },
    },
    ...{ distributions, torch, driver },
    comfyui: install
      ? { version: install.comfyui?.version ?? null, ...launchOf(install.launchers) }
      : null,
  };
}
