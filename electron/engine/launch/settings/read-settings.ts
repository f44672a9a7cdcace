import type { LaunchSettings } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { flagsInSettings } from './flag-place.ts';

/** Bytes: the biggest settings file met so far has 300 KB. */
export const largestSettings = 4 * 1024 * 1024;

/** The flags in the settings of a program by now; null where the file is not there or not understood. */
export async function readSettings(
  system: System,
  file: string,
  settings: LaunchSettings,
): Promise<string[] | null> {
  const bytes = await system.files.readBytes(file, { limit: largestSettings });
  return bytes && flagsInSettings(bytes, settings);
}
