import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { viewFolder } from './folder-view.ts';
import type { FolderView } from './locator.ts';
import { isSourceRoot } from './source-root.ts';

/** A folder below `root` that is a ComfyUI source folder, or null. */
export async function sourceBelow(
  system: System,
  root: string,
  ...parts: string[]
): Promise<FolderView | null> {
  const view = await viewFolder(system, path.join(root, ...parts));
  return view && isSourceRoot(view.entries) ? view : null;
}

/**
 * The root of a file system in which `folder` has this place: a container's own /, or the
 * disk of one that is mounted here. null where the folder is called otherwise.
 */
export function rootAbove(folder: string, place: readonly string[]): string | null {
  let above = folder;
  for (const part of [...place].reverse()) {
    if (path.basename(above) !== part) return null;
    above = path.dirname(above);
  }
  return above;
}
