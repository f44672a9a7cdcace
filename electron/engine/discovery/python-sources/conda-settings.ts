import path from 'node:path';
import { textOf } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import { expandPath, folderList, programData, variable } from '../../pythons/user-folders.ts';

/** The folders with environments that conda's and mamba's settings name. */
export async function configuredFolders(
  system: System,
  roots: readonly string[],
): Promise<string[]> {
  const texts = await Promise.all(settingsFiles(system, roots).map((file) => textOf(system, file)));
  const inFiles = texts.flatMap(readEnvironmentFolders);
  const inVariables = ['CONDA_ENVS_PATH', 'CONDA_ENVS_DIRS'].flatMap((name) =>
    folderList(system, name),
  );
  return [...inFiles, ...inVariables].map((folder) => expandPath(system, folder));
}

/** docs.conda.io: "Searching for .condarc". */
function settingsFiles(system: System, roots: readonly string[]): string[] {
  const { homeFolder } = system;
  const given = ['CONDARC', 'MAMBARC'].flatMap((name) => variable(system, name) ?? []);
  const shared = system.platform === 'win32' ? [programData(system)] : ['/etc', '/var/lib'];
  return [
    ...given,
    path.join(homeFolder, '.condarc'),
    path.join(homeFolder, '.mambarc'),
    path.join(homeFolder, '.conda', '.condarc'),
    path.join(homeFolder, '.conda', 'condarc'),
    path.join(homeFolder, '.config', 'conda', '.condarc'),
    ...shared.map((folder) => path.join(folder, 'conda', '.condarc')),
    ...roots.flatMap((root) => [path.join(root, '.condarc'), path.join(root, '.mambarc')]),
  ];
}

/** `envs_dirs` of a .condarc: a YAML list, below the key or in square brackets. */
function readEnvironmentFolders(text: string): string[] {
  const folders: string[] = [];
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const key = /^(\w+)\s*:\s*(.*)$/.exec(line);
    if (key) {
      inside = key[1] === 'envs_dirs' || key[1] === 'envs_path';
      const inline = /^\[(.*)\]/.exec(key[2] ?? '')?.[1];
      if (inside && inline !== undefined) folders.push(...inline.split(',').map(plainScalar));
      continue;
    }
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1];
    if (inside && item !== undefined) folders.push(plainScalar(item));
  }
  return folders.filter((folder) => folder !== '');
}

function plainScalar(text: string): string {
  const trimmed = text.trim();
  const quoted = /^(["'])(.*?)\1/.exec(trimmed)?.[2];
  return quoted ?? trimmed.replace(/\s+#.*$/, '');
}
