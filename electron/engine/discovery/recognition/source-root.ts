import path from 'node:path';
import { textOf } from '../../machine/look.ts';
import type { FolderEntry, System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { entriesOf } from './config-file.ts';
import { versionByTags } from './version-by-tags.ts';

/** Four of these five prove a ComfyUI source folder, as comfy-cli has it (workspace_manager.py). */
const markers: { name: string; kind: 'file' | 'folder' }[] = [
  { name: 'main.py', kind: 'file' },
  { name: 'nodes.py', kind: 'file' },
  { name: 'comfy', kind: 'folder' },
  { name: 'comfy_extras', kind: 'folder' },
  { name: 'comfy_api', kind: 'folder' },
];

/**
 * main.py, nodes.py and comfy are required besides: half-deleted clones and unpacked zips lack
 * them, and no version of ComfyUI starts without.
 */
export function isSourceRoot(entries: readonly FolderEntry[]): boolean {
  const has = (name: string, kind: 'file' | 'folder'): boolean =>
    entries.some((entry) => entry.name === name && (entry.kind === kind || entry.kind === 'link'));
  const count = markers.filter((marker) => has(marker.name, marker.kind)).length;
  return count >= 4 && has('main.py', 'file') && has('nodes.py', 'file') && has('comfy', 'folder');
}

/** Modules without which main.py does not start (main.py of 0.1 to 0.38 imports all of them). */
const needed = ['folder_paths.py', 'execution.py', 'server.py'];

/**
 * A deletion or an unpacking that broke off leaves folders without their files: nothing is in
 * `comfy`, and none of the modules lies beside main.py. One alone proves nothing. False for what
 * has no `comfy`, a web UI say.
 */
export async function isHollow(system: System, sourceRoot: string): Promise<boolean> {
  const modules = await system.files.list(path.join(sourceRoot, 'comfy')).catch(ifUnanswered(null));
  if (modules === null || modules.length > 0) return false;
  const beside = await entriesOf(system, sourceRoot);
  return !beside.some(({ name }) => needed.includes(name));
}

/** comfyui_version.py, pyproject.toml, the clone's tags; read as text, nothing is imported or run. */
export async function comfyuiVersion(system: System, sourceRoot: string): Promise<string | null> {
  const module = await textOf(system, path.join(sourceRoot, 'comfyui_version.py'));
  const fromModule = /__version__\s*=\s*["']([^"']+)["']/.exec(module)?.[1];
  if (fromModule) return fromModule;
  const project = await textOf(system, path.join(sourceRoot, 'pyproject.toml'));
  const isComfyui = /^name\s*=\s*["']ComfyUI["']/im.test(project);
  const fromProject = isComfyui && /^version\s*=\s*["']([^"']+)["']/m.exec(project)?.[1];
  // Both came in January 2025 (commit "Add pyproject.toml (#6386)"); older clones have only tags.
  // A version that cannot be read is not known; the install is there all the same.
  return fromProject || versionByTags(system, sourceRoot).catch(ifUnanswered(null));
}
