import path from 'node:path';
import { foldersInAll } from '../../machine/look.ts';
import { variable } from '../../pythons/user-folders.ts';
import type { PythonSource } from './source.ts';

/** pyenv and pyenv-win: the versions themselves, never the shims that start one of them. */
export const pyenv: PythonSource = {
  name: 'pyenv',
  async find(system) {
    const given = ['PYENV_ROOT', 'PYENV', 'PYENV_HOME'].flatMap(
      (name) => variable(system, name) ?? [],
    );
    const own = path.join(system.homeFolder, '.pyenv');
    const roots = [...given, own, path.join(own, 'pyenv-win')];
    const versions = await foldersInAll(
      system,
      [...new Set(roots)].map((root) => path.join(root, 'versions')),
    );
    // pyenv-virtualenv keeps its environments below the version that they were made with.
    const inside = await foldersInAll(
      system,
      versions.map((folder) => path.join(folder, 'envs')),
    );
    return [...versions, ...inside];
  },
};
