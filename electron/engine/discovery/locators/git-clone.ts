import path from 'node:path';
import type { Environment } from '../../../../shared/install.ts';
import type { System } from '../../system.ts';
import { environmentAt } from '../environment-at.ts';
import { findLaunchers } from '../launchers.ts';
import { isSourceRoot, looksLikeBackup } from '../source-root.ts';
import type { FolderView, Locator } from './locator.ts';
import { makeInstall } from './make-install.ts';

/** ComfyUI Desktop's own order for a cloned folder (sources/git.ts). */
export const environmentFolders = ['.venv', 'venv', '.env', 'env'];

/** A clone of ComfyUI (or an unpacked archive of it) with its environment inside. */
export const gitClone: Locator = {
  kind: 'git_clone',
  async recognise(system, view) {
    if (!isSourceRoot(view.entries) || looksLikeBackup(view.folder)) return [];
    const located = await makeInstall(system, {
      kind: 'git_clone',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: await innerEnvironment(system, view),
      launchers: await findLaunchers(system, view.folder),
    });
    return [located];
  },
};

/** The first environment folder inside, in the order that others look for it. */
export async function innerEnvironment(
  system: System,
  view: FolderView,
): Promise<Environment | null> {
  for (const name of environmentFolders) {
    const there = view.find(name);
    const environment = there && (await environmentAt(system, path.join(view.folder, there)));
    if (environment) return environment;
  }
  return null;
}
