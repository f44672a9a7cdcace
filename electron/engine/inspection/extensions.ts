import path from 'node:path';
import type { ExtensionAnswer } from '../../../shared/extensions.ts';
import type { Distribution, Facts } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import { examineExtensions } from '../loader/examine-extensions.ts';
import type { System } from '../machine/system.ts';
import { environmentPlatform, isForeign } from './environment-platform.ts';
import { basePython } from './toolchain.ts';

/** The compiled files of an environment and whether they would load in it. Starts no program. */
export async function readExtensions(
  system: System,
  environment: Environment,
  distributions: readonly Distribution[],
  torch: Facts['torch'],
): Promise<ExtensionAnswer[]> {
  const { executable, environmentRoot, version } = environment;
  const file = torch.state === 'known' ? torch.source : undefined;
  return examineExtensions(system, {
    platform: environmentPlatform(system, environment),
    isOwnSystem: !isForeign(system, environment),
    environmentRoot,
    executable,
    base: await basePython(system, environment),
    python: /^\d+\.\d+/.exec(version ?? '')?.[0] ?? null,
    distributions,
    torch:
      torch.state === 'known' && file !== undefined
        ? { build: torch.value, folder: path.dirname(file) }
        : null,
  });
}
