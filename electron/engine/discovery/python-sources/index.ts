import path from 'node:path';
import type { Environment } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { partOf, type TellBroken } from '../../mistakes/parts.ts';
import { environmentAt } from '../../pythons/environment-at.ts';
import { active } from './active.ts';
import { conda, pixi } from './conda.ts';
import { environmentPools, hatch, poetry } from './environment-pools.ts';
import { macosFramework, xcode } from './macos.ts';
import { pyenv } from './pyenv.ts';
import { searchPath } from './search-path.ts';
import type { PythonSource } from './source.ts';
import { homebrew, linuxGlobal } from './unix-programs.ts';
import { uv } from './uv.ts';
import { pythonInstallManager, windowsClassic, winPython } from './windows-installers.ts';
import { windowsRegistry } from './windows-registry.ts';
import { windowsStore } from './windows-store.ts';

/**
 * The order decides by which of its names a Python is listed that several sources know: what
 * the person has switched on, then by the one who installed it, then PATH.
 */
const pythonSources: readonly PythonSource[] = [
  active,
  windowsStore,
  windowsRegistry,
  pythonInstallManager,
  windowsClassic,
  winPython,
  pyenv,
  pixi,
  conda,
  uv,
  poetry,
  hatch,
  environmentPools,
  homebrew,
  macosFramework,
  xcode,
  searchPath,
  linuxGlobal,
];

/** Every Python that some source knows, each once. Reads only; starts no Python. */
export async function environmentsOfSources(
  system: System,
  tell: TellBroken = null,
  sources: readonly PythonSource[] = pythonSources,
): Promise<Environment[]> {
  // One source that cannot be read (a registry that is locked) must not cost the others.
  const lists = await Promise.all(
    sources.map((each) =>
      partOf(each.name, tell, () => each.find(system).catch(ifUnanswered([])), []),
    ),
  );
  const locations = new Set(lists.flat().filter((location) => path.isAbsolute(location)));
  const found = await Promise.all(
    [...locations].map((location) =>
      // A folder that may not be read cannot be told to be an environment.
      partOf(
        'environments',
        tell,
        () => environmentAt(system, location).catch(ifUnanswered(null)),
        null,
      ),
    ),
  );
  const environments = new Map<string, Environment>();
  for (const environment of found) {
    if (environment && !environments.has(environment.id)) {
      environments.set(environment.id, environment);
    }
  }
  return [...environments.values()];
}
