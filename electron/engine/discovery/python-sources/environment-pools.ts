import path from 'node:path';
import { foldersIn, foldersInAll, isThere, textOf } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import {
  expandPath,
  localAppData,
  platformData,
  roamingAppData,
  variable,
  xdgDataHome,
} from '../../pythons/user-folders.ts';
import type { PythonSource } from './source.ts';

/** The folders where virtualenvwrapper, Pipenv and many a person keep all their environments. */
export const environmentPools: PythonSource = {
  name: 'environment-pools',
  async find(system) {
    const { homeFolder } = system;
    const given = variable(system, 'WORKON_HOME');
    const own = ['.virtualenvs', '.venvs', 'envs', 'Envs'].map((name) =>
      path.join(homeFolder, name),
    );
    const pools = [...own, path.join(xdgDataHome(system), 'virtualenvs')];
    if (given !== null) pools.unshift(expandPath(system, given));
    return virtualEnvironments(system, await foldersInAll(system, [...new Set(pools)]));
  },
};

/** Poetry keeps one folder for all projects. */
export const poetry: PythonSource = {
  name: 'poetry',
  async find(system) {
    const given = ['POETRY_VIRTUALENVS_PATH'].flatMap((name) => variable(system, name) ?? []);
    const cache = variable(system, 'POETRY_CACHE_DIR') ?? poetryCache(system);
    const pools = [...given, ...(await poetryConfigured(system)), path.join(cache, 'virtualenvs')];
    return virtualEnvironments(system, await foldersInAll(system, [...new Set(pools)]));
  },
};

/** Hatch: env/virtual/PROJECT/HASH/NAME. */
export const hatch: PythonSource = {
  name: 'hatch',
  async find(system) {
    const data = variable(system, 'HATCH_DATA_DIR') ?? path.join(platformData(system), 'hatch');
    const projects = await foldersIn(system, path.join(data, 'env', 'virtual'));
    const hashes = await foldersInAll(system, projects);
    return virtualEnvironments(system, await foldersInAll(system, hashes));
  },
};

function poetryCache(system: System): string {
  if (system.platform === 'win32') return path.join(localAppData(system), 'pypoetry', 'Cache');
  if (system.platform === 'darwin') {
    return path.join(system.homeFolder, 'Library', 'Caches', 'pypoetry');
  }
  const cache = variable(system, 'XDG_CACHE_HOME') ?? path.join(system.homeFolder, '.cache');
  return path.join(cache, 'pypoetry');
}

/** `path` below [virtualenvs] of Poetry's config.toml. */
async function poetryConfigured(system: System): Promise<string[]> {
  const config = variable(system, 'XDG_CONFIG_HOME') ?? path.join(system.homeFolder, '.config');
  const folder = {
    win32: roamingAppData(system),
    darwin: path.join(system.homeFolder, 'Library', 'Application Support'),
    linux: config,
  }[system.platform];
  const text = await textOf(system, path.join(folder, 'pypoetry', 'config.toml'));
  const section = /^\[virtualenvs\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
  const match = /^path\s*=\s*(["'])(.+?)\1/m.exec(section)?.[2];
  // A project's own folder ({project-dir}) is found where the project is.
  return match === undefined || match.includes('{') ? [] : [expandPath(system, match)];
}

async function virtualEnvironments(system: System, folders: readonly string[]): Promise<string[]> {
  const checked = folders.map(async (folder) =>
    (await isThere(system, path.join(folder, 'pyvenv.cfg'))) ? [folder] : [],
  );
  return (await Promise.all(checked)).flat();
}
