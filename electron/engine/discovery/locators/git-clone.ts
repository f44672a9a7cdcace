import path from 'node:path';
import type { Environment, Install } from '../../../../shared/install.ts';
import type { FolderEntry, System } from '../../system.ts';
import { environmentAt, isRunnable } from '../environment-at.ts';
import { idOf } from '../identity.ts';
import { findLaunchers } from '../launchers.ts';
import { comfyuiVersion, isSourceRoot, looksLikeBackup } from '../source-root.ts';

/** ComfyUI Desktop's own order for a cloned folder (sources/git.ts). */
export const environmentFolders = ['.venv', 'venv', '.env', 'env'];

/** A clone of ComfyUI (or an unpacked archive of it) with its environment inside. */
export async function locateGitClone(
  system: System,
  folder: string,
  entries: readonly FolderEntry[],
): Promise<{ install: Install; environment: Environment | null } | null> {
  if (!isSourceRoot(entries) || looksLikeBackup(folder)) return null;
  const environment = await innerEnvironment(system, folder, entries);
  const version = await comfyuiVersion(system, folder);
  return {
    environment,
    install: {
      id: idOf(system, 'install', folder),
      name: path.basename(folder),
      kind: 'git_clone',
      sourceRoot: folder,
      dataRoot: folder,
      userDir: path.join(folder, 'user'),
      python: environment && {
        executable: environment.executable,
        version: environment.version,
        environmentRoot: environment.environmentRoot,
        runnable: isRunnable(system, environment),
      },
      comfyui: version === null ? null : { version },
      launchers: await findLaunchers(system, folder),
      running: false,
      problems: environment?.problems ?? [],
    },
  };
}

async function innerEnvironment(
  system: System,
  folder: string,
  entries: readonly FolderEntry[],
): Promise<Environment | null> {
  for (const name of environmentFolders) {
    if (!entries.some((entry) => entry.name === name)) continue;
    const environment = await environmentAt(system, path.join(folder, name));
    if (environment) return environment;
  }
  return null;
}
