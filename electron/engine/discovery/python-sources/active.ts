import type { System } from '../../system.ts';

/** The environment that the shell has switched on, if any. */
export function activeEnvironments(system: System): string[] {
  return [system.environment.VIRTUAL_ENV, system.environment.CONDA_PREFIX].filter(
    (each): each is string => each !== undefined && each !== '',
  );
}
