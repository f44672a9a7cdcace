import path from 'node:path';
import type { FolderEntry, System } from '../system.ts';

/** Folders that hold no install but may hold tens of thousands of files, or other people's. */
const neverEntered = new Set([
  'models',
  'checkpoints',
  'loras',
  'output',
  'input',
  'temp',
  'node_modules',
  '__pycache__',
  'site-packages',
  'dist-packages',
  'custom_nodes',
  '.git',
  '.hg',
  '.svn',
  '.cache',
  'cache',
  'caches',
  '.npm',
  '.cargo',
  '.rustup',
  '.nuget',
  '.gradle',
  '.m2',
  '.trash',
  'library',
  'appdata',
  'windows',
  'winsxs',
  'system32',
  '$recycle.bin',
  'proc',
  'sys',
  'dev',
  'run',
  'programdata',
  'recovery',
  'snap',
  'lost+found',
  'system volume information',
  'program files',
  'program files (x86)',
]);

export type WalkLimits = { depth: number; folders: number; signal?: AbortSignal };
export type Visit = (folder: string, entries: FolderEntry[]) => Promise<'enter' | 'leave'>;

/**
 * Goes down from `root` breadth first, each real folder once, within limits. `visit` says
 * whether to go on below. Folders that may not be read are passed over.
 */
export async function walk(
  system: System,
  root: string,
  limits: WalkLimits,
  visit: Visit,
  seen: Set<string> = new Set(),
): Promise<void> {
  let layer = [root];
  let left = limits.folders;
  for (let depth = 0; depth <= limits.depth && layer.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of layer) {
      if (left <= 0 || limits.signal?.aborted) return;
      left -= 1;
      const info = await system.files.info(folder).catch(() => null);
      if (info?.kind !== 'folder') continue;
      const identity = info.inode === '0' ? folder : `${info.device}:${info.inode}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      const entries = await system.files.list(folder).catch(() => null);
      if (!entries || (await visit(folder, entries)) === 'leave') continue;
      next.push(...below(folder, entries));
    }
    layer = next;
  }
}

function below(folder: string, entries: FolderEntry[]): string[] {
  return entries
    .filter((entry) => entry.kind === 'folder' || entry.kind === 'link')
    .filter((entry) => !neverEntered.has(entry.name.toLowerCase()))
    .map((entry) => path.join(folder, entry.name));
}
