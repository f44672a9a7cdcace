import path from 'node:path';
import { foldersIn, foldersInAll, isThere, textOf } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import {
  localAppData,
  programFiles,
  roamingAppData,
  systemDrive,
  variable,
} from '../../pythons/user-folders.ts';
import type { PythonSource } from './source.ts';

/** The Python Install Manager (PEP 773): one folder a runtime. Its `bin` holds only aliases. */
export const pythonInstallManager: PythonSource = {
  name: 'python-install-manager',
  async find(system) {
    if (system.platform !== 'win32') return [];
    const folders = [path.join(localAppData(system), 'Python'), await configuredFolder(system)];
    const runtimes = await foldersInAll(
      system,
      folders.filter((folder) => folder !== null),
      /^[\w.]+-\d+\.\d+/,
    );
    return withPython(system, runtimes);
  },
};

/** The installers of python.org, and Scoop. */
export const windowsClassic: PythonSource = {
  name: 'windows-classic',
  async find(system) {
    if (system.platform !== 'win32') return [];
    const local = path.join(localAppData(system), 'Programs', 'Python');
    const folders = [local, ...programFiles(system), systemDrive(system)];
    const classic = await foldersInAll(system, folders, /^python\d+(-32|-64|-arm64)?$/i);
    const scoop = variable(system, 'SCOOP') ?? path.join(system.homeFolder, 'scoop');
    const apps = await foldersIn(system, path.join(scoop, 'apps'), /^python/i);
    // `current` is a junction to the version in use; the others are kept for going back.
    const current = apps.map((folder) => path.join(folder, 'current'));
    return withPython(system, [...classic, ...current]);
  },
};

/** WinPython unpacks itself where it is told: these are where people tell it. */
export const winPython: PythonSource = {
  name: 'winpython',
  async find(system) {
    if (system.platform !== 'win32') return [];
    const { homeFolder } = system;
    const own = ['Desktop', 'Documents', 'Downloads'].map((name) => path.join(homeFolder, name));
    const given = (variable(system, 'WINPYTHON_HOME') ?? '').split(';').filter(Boolean);
    const places = [systemDrive(system), homeFolder, ...own, ...programFiles(system), ...given];
    const local = [localAppData(system), path.join(localAppData(system), 'Programs')];
    const found = await foldersInAll(system, [...places, ...local], /^WPy(64|32)?-?\d/i);
    const pythons = await foldersInAll(system, [...found, ...given], /^python(-\d+\.\d+.*)?$/i);
    return withPython(system, pythons);
  },
};

async function configuredFolder(system: System): Promise<string | null> {
  const file = path.join(roamingAppData(system), 'Python', 'PyManager.json');
  const match = /"install_dir"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(await textOf(system, file));
  if (!match?.[1]) return null;
  const folder: unknown = JSON.parse(match[1]);
  return typeof folder === 'string' ? folder : null;
}

async function withPython(system: System, folders: readonly string[]): Promise<string[]> {
  const checked = folders.map(async (folder) =>
    (await isThere(system, path.join(folder, 'python.exe'))) ? [folder] : [],
  );
  return (await Promise.all(checked)).flat();
}
