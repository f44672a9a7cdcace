import type { Launcher, LaunchSettings } from '../../../../shared/install.ts';
import { readSettings } from '../../launch/settings/read-settings.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';

/** The settings of a program as what starts an install; null where they cannot be read. */
export async function settingsLauncher(
  system: System,
  path: string,
  settings: LaunchSettings,
): Promise<Launcher | null> {
  const flags = await readSettings(system, path, settings).catch(ifUnanswered(null));
  return flags && { path, flags, settings };
}
