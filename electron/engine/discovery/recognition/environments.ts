import path from 'node:path';
import type { Environment } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { environmentAt } from '../../pythons/environment-at.ts';
import type { FolderView } from './locator.ts';

/** ComfyUI Desktop's own order for a cloned folder (sources/git.ts). */
export const environmentFolders = ['.venv', 'venv', '.env', 'env'];

/** The embedded Python of a portable build; the misspelling is ComfyUI's own. */
export const embeddedFolder = 'python_embeded';

/** The first of these folders or programs that is a Python environment. */
export async function firstEnvironment(
  system: System,
  locations: readonly string[],
): Promise<Environment | null> {
  for (const location of locations) {
    // A folder that may not be read is no reason to leave the install out.
    const environment = await environmentAt(system, location).catch(ifUnanswered(null));
    if (environment) return environment;
  }
  return null;
}

/** The first environment folder inside, in the order that others look for it. */
export async function innerEnvironment(
  system: System,
  view: FolderView,
): Promise<Environment | null> {
  const names = environmentFolders.map((name) => view.find(name)).filter((name) => name !== null);
  return firstEnvironment(
    system,
    names.map((name) => path.join(view.folder, name)),
  );
}

/**
 * A Python that came in the same archive: inside, or one level up, where portable packages,
 * unofficial ones and those of Forge keep it. comfy-cli misses these (Comfy-Org/comfy-cli#906).
 * The environments of Pixi lie inside too.
 */
export async function packedEnvironment(
  system: System,
  view: FolderView,
): Promise<Environment | null> {
  const above = path.dirname(view.folder);
  const own = [
    path.join(above, embeddedFolder),
    path.join(view.folder, '.pixi', 'envs', 'default'),
  ];
  const certain = await firstEnvironment(system, view.find('.pixi') ? own : own.slice(0, 1));
  if (certain) return certain;
  // These names are nobody's own: what lies there counts only if it was made to be carried about.
  const packed = [
    path.join(view.folder, 'python'),
    path.join(view.folder, '.ext'),
    ...[['python'], ['.ext'], ['system', 'python']].map((place) => path.join(above, ...place)),
  ];
  for (const folder of packed) {
    const environment = await firstEnvironment(system, [folder]);
    if (environment?.kind === 'embedded') return environment;
  }
  return null;
}

/** Newer images have several Pythons and start one by its full name. */
export async function pythonOfImage(
  system: System,
  root: string,
  name: string,
): Promise<Environment | null> {
  const names = [...new Set([name, 'python3', 'python'])];
  return firstEnvironment(
    system,
    names.flatMap((each) => [
      path.join(root, 'usr', 'local', 'bin', each),
      path.join(root, 'usr', 'bin', each),
    ]),
  );
}
