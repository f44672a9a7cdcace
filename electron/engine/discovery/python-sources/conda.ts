import path from 'node:path';
import { entriesOf, foldersInAll, isThere, textOf } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import {
  expandPath,
  localAppData,
  programData,
  systemDrive,
  variable,
  xdgDataHome,
} from '../../pythons/user-folders.ts';
import { configuredFolders } from './conda-settings.ts';
import type { PythonSource } from './source.ts';

const rootName = /^(anaconda|miniconda|miniforge|mambaforge|micromamba|mamba|conda)\d?(-pypy3)?$/i;

/** conda, mamba and micromamba: their own folders, and every environment they know or keep. */
export const conda: PythonSource = {
  name: 'conda',
  async find(system) {
    const roots = await installRoots(system);
    const kept = [
      ...roots.map((root) => path.join(root, 'envs')),
      path.join(system.homeFolder, '.conda', 'envs'),
      path.join(localAppData(system), 'conda', 'conda', 'envs'),
      ...(await configuredFolders(system, roots)),
    ];
    const inside = await foldersInAll(system, [...new Set(kept)]);
    const all = [...new Set([...roots, ...(await knownEnvironments(system)), ...inside])];
    const checked = all.map(async (folder) =>
      (await isThere(system, path.join(folder, 'conda-meta'))) ? [folder] : [],
    );
    return (await Promise.all(checked)).flat();
  },
};

async function installRoots(system: System): Promise<string[]> {
  const given = ['MAMBA_ROOT_PREFIX', 'CONDA_ROOT', 'CONDA_DIR'].flatMap(
    (name) => variable(system, name) ?? [],
  );
  // …/condabin/conda, …/bin/conda, …\Scripts\conda.exe
  const program = variable(system, 'CONDA_EXE');
  const owner = program === null ? [] : [path.dirname(path.dirname(program))];
  const usual = await foldersInAll(system, prefixes(system), rootName);
  return [...new Set([...given, ...owner, ...usual, ...(await caskRoots(system))])];
}

function prefixes(system: System): string[] {
  const { homeFolder } = system;
  if (system.platform === 'win32') {
    const local = localAppData(system);
    const shared = [programData(system), systemDrive(system)];
    return [homeFolder, local, path.join(local, 'Continuum'), ...shared];
  }
  const own = ['', 'opt', '.local'].map((name) => path.join(homeFolder, name));
  const shared = ['/opt', '/usr/local', '/usr/share', '/', '/opt/homebrew'];
  return [...own, xdgDataHome(system), ...shared, '/home/linuxbrew/.linuxbrew'];
}

/** Homebrew's casks unpack to Caskroom/miniforge/base. */
async function caskRoots(system: System): Promise<string[]> {
  if (system.platform !== 'darwin') return [];
  const rooms = ['/opt/homebrew/Caskroom', '/usr/local/Caskroom'];
  const casks = await foldersInAll(system, rooms, rootName);
  return casks.map((folder) => path.join(folder, 'base'));
}

/** conda writes every environment that it makes into this file, wherever it makes it. */
async function knownEnvironments(system: System): Promise<string[]> {
  const text = await textOf(system, path.join(system.homeFolder, '.conda', 'environments.txt'));
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => expandPath(system, line));
}

/** pixi: its global environments; those of a project lie inside the project. */
export const pixi: PythonSource = {
  name: 'pixi',
  async find(system) {
    const home = variable(system, 'PIXI_HOME') ?? path.join(system.homeFolder, '.pixi');
    const folders = await foldersInAll(system, [path.join(home, 'envs')]);
    const project = variable(system, 'PIXI_PROJECT_ROOT');
    const own =
      project === null ? [] : await foldersInAll(system, [path.join(project, '.pixi', 'envs')]);
    const withPython = [...folders, ...own].map(async (folder) => {
      const records = await entriesOf(system, path.join(folder, 'conda-meta'));
      return records.some((entry) => /^python-\d/.test(entry.name)) ? [folder] : [];
    });
    return (await Promise.all(withPython)).flat();
  },
};
