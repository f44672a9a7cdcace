import path from 'node:path';
import type { System } from '../machine/system.ts';

/** A variable of the environment; an empty one counts as unset. Windows ignores case. */
export function variable(system: System, name: string): string | null {
  const exact = system.environment[name];
  const value = exact ?? (system.platform === 'win32' ? anyCase(system, name) : undefined);
  return value === undefined || value.trim() === '' ? null : value;
}

function anyCase(system: System, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(system.environment).find(([each]) => each.toLowerCase() === wanted)?.[1];
}

/** The folders of a variable that lists several, as PATH does. */
export function folderList(system: System, name: string): string[] {
  const separator = system.platform === 'win32' ? ';' : ':';
  const parts = (variable(system, name) ?? '').split(separator);
  // cmd allows quotes around an entry with a semicolon in it.
  return parts.map((part) => part.trim().replace(/^"(.*)"$/, '$1')).filter((part) => part !== '');
}

export function localAppData(system: System): string {
  return variable(system, 'LOCALAPPDATA') ?? path.join(system.homeFolder, 'AppData', 'Local');
}

export function roamingAppData(system: System): string {
  return variable(system, 'APPDATA') ?? path.join(system.homeFolder, 'AppData', 'Roaming');
}

/** `C:\`, with its backslash: `C:` alone means the working folder on that drive. */
export function systemDrive(system: System): string {
  return (variable(system, 'SystemDrive') ?? 'C:') + path.sep;
}

export function programData(system: System): string {
  return variable(system, 'ProgramData') ?? path.join(systemDrive(system), 'ProgramData');
}

/** Program Files, for 64 and 32 bit programs. */
export function programFiles(system: System): string[] {
  const names = ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)'];
  return [...new Set(names.flatMap((name) => variable(system, name) ?? []))];
}

/** Where programs keep what is not configuration: the XDG folder, also used on macOS by many. */
export function xdgDataHome(system: System): string {
  return variable(system, 'XDG_DATA_HOME') ?? path.join(system.homeFolder, '.local', 'share');
}

/** The data folder as Python's platformdirs gives it (Poetry, Hatch). */
export function platformData(system: System): string {
  if (system.platform === 'win32') return localAppData(system);
  if (system.platform === 'linux') return xdgDataHome(system);
  return path.join(system.homeFolder, 'Library', 'Application Support');
}

/** `~`, `$NAME`, `${NAME}` and `%NAME%` as shells and conda fill them in. */
export function expandPath(system: System, text: string): string {
  return text
    .replace(/^~(?=[\\/]|$)/, () => system.homeFolder)
    .replace(/\$\{(\w+)\}|\$(\w+)|%(\w+)%/g, (whole, braced, plain, percent) => {
      const name = [braced, plain, percent].find((each) => typeof each === 'string');
      return (typeof name === 'string' ? variable(system, name) : null) ?? whole;
    });
}
