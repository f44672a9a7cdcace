import type { Platform } from '../../shared/facts.ts';

/** The platform that paths and programs follow here; every other Unix is treated as Linux. */
export function currentPlatform(): Platform {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
}
