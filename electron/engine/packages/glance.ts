import path from 'node:path';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { sitePackagesOf } from '../pythons/site-packages.ts';
import { parseDistributionFolder } from './distributions.ts';
import { parseTorchVersion } from './torch-build.ts';

export type Glance = NonNullable<Environment['packages']>;

/** torch and xFormers of an environment by two looks at its files: for the list of what was found. */
export async function glance(system: System, environment: Environment): Promise<Glance> {
  let torch: string | null = null;
  let xformers: string | null = null;
  for (const folder of await sitePackagesOf(system, environment)) {
    const entries = (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
    for (const { name } of entries) {
      // Most names are neither: look twice only at those that may be.
      if (!/^(torch|xformers)-/i.test(name)) continue;
      const found = parseDistributionFolder(name);
      if (found?.name === 'xformers') xformers ??= found.version;
      if (found?.name === 'torch') torch ??= await torchVersion(system, folder, found.version);
    }
  }
  return { torch, xformers };
}

/** The metadata of PyPI's wheels lacks the CUDA family that version.py tells. */
async function torchVersion(system: System, folder: string, listed: string): Promise<string> {
  const text = await system.files
    .readText(path.join(folder, 'torch', 'version.py'))
    .catch(ifUnanswered(null));
  return (text === null ? null : parseTorchVersion(text)?.version) ?? listed;
}
