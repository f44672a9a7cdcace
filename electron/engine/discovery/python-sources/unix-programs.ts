import path from 'node:path';
import { foldersIn } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import { variable } from '../../pythons/user-folders.ts';
import { programsInFolder } from './programs-in-folder.ts';
import type { PythonSource } from './source.ts';

/** What the distribution or an administrator installed, whether or not PATH leads there. */
export const linuxGlobal: PythonSource = {
  name: 'linux-global',
  async find(system) {
    if (system.platform !== 'linux') return [];
    const folders = ['/usr/bin', '/usr/local/bin', path.join(system.homeFolder, '.local', 'bin')];
    const found = await Promise.all(folders.map((folder) => programsInFolder(system, folder)));
    return found.flat();
  },
};

/** Homebrew on Apple silicon, on Intel (often both on one machine) and on Linux. */
export const homebrew: PythonSource = {
  name: 'homebrew',
  async find(system) {
    if (system.platform === 'win32') return [];
    const given = variable(system, 'HOMEBREW_PREFIX');
    const usual = ['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'];
    const prefixes = new Set([...(given === null ? [] : [given]), ...usual]);
    const found = await Promise.all([...prefixes].map((prefix) => pythonsOf(system, prefix)));
    return found.flat();
  },
};

async function pythonsOf(system: System, prefix: string): Promise<string[]> {
  // `opt` has every keg, also those that are not linked into `bin`; it outlives upgrades.
  const kegs = await foldersIn(system, path.join(prefix, 'opt'), /^python(@\d+\.\d+)?$/);
  const found = kegs.map(async (keg) => {
    const programs = await programsInFolder(system, path.join(keg, 'bin'));
    const minors = programs.filter((program) => /python3\.\d+t?$/.test(program));
    return minors.length > 0 ? minors : programs;
  });
  return (await Promise.all(found)).flat();
}
