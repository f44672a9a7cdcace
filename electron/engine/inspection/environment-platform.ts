import type { Platform } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';

/**
 * The system that an environment was made for, by its program: a Windows disk can be mounted
 * on Linux, and Windows looks into WSL. Elsewhere it is the system that we run on.
 */
export function environmentPlatform(
  system: Pick<System, 'platform'>,
  environment: Pick<Environment, 'executable'>,
): Platform {
  if (/\.exe$/i.test(environment.executable)) return 'win32';
  return system.platform === 'win32' ? 'linux' : system.platform;
}

/** Looked at from another system: what stands there outside of the environment says nothing. */
export function isForeign(
  system: Pick<System, 'platform'>,
  environment: Pick<Environment, 'executable'>,
): boolean {
  return environmentPlatform(system, environment) !== system.platform;
}
