import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';

/**
 * Where applications keep their settings, by the rules of every system at once: what is not
 * there costs one look, and a home folder of another system is read all the same.
 */
export function settingsFolders(system: System): string[] {
  const { APPDATA, XDG_CONFIG_HOME } = system.environment;
  const home = system.homeFolder;
  return distinct([
    APPDATA,
    path.join(home, 'AppData', 'Roaming'),
    path.join(home, 'Library', 'Application Support'),
    XDG_CONFIG_HOME,
    path.join(home, '.config'),
  ]);
}

/** Where applications keep data that stays on this machine, and per-user programs. */
export function dataFolders(system: System): string[] {
  const { LOCALAPPDATA, XDG_DATA_HOME } = system.environment;
  const home = system.homeFolder;
  return distinct([
    LOCALAPPDATA,
    path.join(home, 'AppData', 'Local'),
    path.join(home, 'Library', 'Application Support'),
    XDG_DATA_HOME,
    path.join(home, '.local', 'share'),
  ]);
}

/** False for a path that another system wrote: C:\ComfyUI means nothing on Linux. */
export function isPathHere(text: string): boolean {
  return path.isAbsolute(text) && !text.includes('\0');
}

/** Joins a relative path that another program wrote, with either kind of slash. */
export function joinRelative(folder: string, relative: string): string {
  return path.join(folder, ...relative.split(/[\\/]+/));
}

/** Whether two names lead to one folder: Windows ignores case, and links hide the real name. */
export async function isSameFolder(system: System, one: string, other: string): Promise<boolean> {
  const comparable = (location: string): string => {
    const normal = path.resolve(location);
    return system.platform === 'win32' ? normal.toLowerCase() : normal;
  };
  if (comparable(one) === comparable(other)) return true;
  const [realOne, realOther] = await Promise.all([real(system, one), real(system, other)]);
  return realOne !== null && realOther !== null && comparable(realOne) === comparable(realOther);
}

async function real(system: System, location: string): Promise<string | null> {
  return system.files.realPath(location).catch(ifUnanswered(null));
}

function distinct(folders: (string | undefined)[]): string[] {
  return [...new Set(folders.filter((each): each is string => each !== undefined && each !== ''))];
}
