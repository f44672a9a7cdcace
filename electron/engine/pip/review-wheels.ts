import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../../shared/install.ts';
import type { Wheel } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { downloadWords } from './pip-words.ts';
import { pip, type PipOptions } from './run-pip.ts';
import type { Settings } from './settings.ts';

/**
 * Every wheel with the hash of its content: what was reviewed is what runs. An index that names
 * none, and a folder of wheels, are read now.
 */
export async function withHashes(
  system: System,
  environment: Environment,
  wheels: readonly Wheel[],
  review: { folder: string; settings: Settings; options: PipOptions },
): Promise<Wheel[]> {
  const all: Wheel[] = [];
  for (const wheel of wheels) {
    // Of a folder even a hash that pip tells is only that of the moment: it is the same one.
    const sha256 = wheel.sha256 ?? (await hashOf(system, environment, wheel, review));
    all.push({ ...wheel, sha256 });
  }
  return all;
}

async function hashOf(
  system: System,
  environment: Environment,
  wheel: Wheel,
  { folder, settings, options }: { folder: string; settings: Settings; options: PipOptions },
): Promise<string> {
  if (wheel.url.startsWith('file:')) return system.files.sha256(fileURLToPath(wheel.url));
  const to = path.join(folder, 'reviewed');
  await pip(system, environment, downloadWords([wheel], to), settings, {
    ...options,
    workingFolder: folder,
  });
  const file = path.join(to, wheel.fileName);
  if ((await system.files.info(file)) === null) fail('plan-outdated');
  return system.files.sha256(file);
}
