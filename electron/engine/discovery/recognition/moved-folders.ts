import path from 'node:path';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { hasFolder } from './config-file.ts';
import { isPathHere, joinRelative } from './settings-folders.ts';

const script = /\.(bat|cmd|sh|command|ps1)$/i;

/** `folder`: where its relative paths count from; null: nobody knows; left out: beside a script. */
type Started = Launcher & { folder?: string | null };

/**
 * Where --base-directory and --user-directory move the data to. Only what all start scripts
 * agree on: one that differs says nothing about how it is started today.
 */
export async function movedFolders(
  system: System,
  launchers: readonly Started[],
): Promise<{ data: string | null; user: string | null }> {
  const agreed = (flag: string, shortest: string): string | null => {
    const values = new Set(launchers.map((launcher) => valueOf(launcher, flag, shortest)));
    const [value] = values;
    return values.size === 1 && value !== undefined ? value : null;
  };
  const there = async (location: string | null): Promise<string | null> =>
    location !== null && (await hasFolder(system, location)) ? location : null;
  return {
    data: await there(agreed('--base-directory', '--ba')),
    user: await there(agreed('--user-directory', '--user')),
  };
}

/** argparse takes --flag value, --flag=value and any unambiguous beginning of the name. */
function valueOf(launcher: Started, flag: string, shortest: string): string | null {
  for (const [at, word] of launcher.flags.entries()) {
    const [name = '', given] = word.split(/=(.*)/s);
    if (!name.startsWith(shortest) || !flag.startsWith(name)) continue;
    const value = given ?? launcher.flags[at + 1];
    if (value === undefined) return null;
    if (isPathHere(value)) return path.normalize(value);
    // A script runs in its own folder; a settings file says nothing about that.
    const windowsPath = /^[a-z]:/i.test(value) || /[%$]/.test(value);
    const beside = script.test(launcher.path) ? path.dirname(launcher.path) : null;
    const folder = launcher.folder === undefined ? beside : launcher.folder;
    return windowsPath || folder === null ? null : joinRelative(folder, value);
  }
  return null;
}
