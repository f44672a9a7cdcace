import type { System } from '../../machine/system.ts';
import { variable } from '../../pythons/user-folders.ts';
import type { PythonSource } from './source.ts';

/** The environment that the shell has switched on, if any. */
function activeEnvironments(system: System): string[] {
  const names = ['VIRTUAL_ENV', 'CONDA_PREFIX', 'UV_PROJECT_ENVIRONMENT'];
  return names.flatMap((name) => variable(system, name) ?? []);
}

export const active: PythonSource = {
  name: 'active',
  find: (system) => Promise.resolve(activeEnvironments(system)),
};
