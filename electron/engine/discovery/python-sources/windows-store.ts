import path from 'node:path';
import { entriesOf, foldersIn } from '../../machine/look.ts';
import { localAppData } from '../../pythons/user-folders.ts';
import type { PythonSource } from './source.ts';

const packageFolder = /^PythonSoftwareFoundation\.Python\.\d+\.\d+_/i;

/**
 * Pythons of the Microsoft Store. Only the folder of a package counts: the bare python.exe
 * in WindowsApps opens the Store when no package is there.
 */
export const windowsStore: PythonSource = {
  name: 'windows-store',
  async find(system) {
    if (system.platform !== 'win32') return [];
    const aliases = path.join(localAppData(system), 'Microsoft', 'WindowsApps');
    const folders = await foldersIn(system, aliases, packageFolder);
    const programs = folders.map(async (folder) => {
      const names = (await entriesOf(system, folder)).map((entry) => entry.name);
      const program = names.find((name) => /^python(\d+\.\d+)?\.exe$/i.test(name));
      return program === undefined ? [] : [path.join(folder, program)];
    });
    return (await Promise.all(programs)).flat();
  },
};
