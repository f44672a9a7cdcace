import path from 'node:path';
import type { System } from '../system.ts';

/** What a path is, closely enough to tell that it has not been touched. */
export type TreeEntry = {
  kind: 'file' | 'folder' | 'link' | 'other';
  bytes: number;
  modified: string;
  mode: number;
  /** Where a link leads. */
  target: string | null;
};
/** By absolute path. */
export type Tree = Map<string, TreeEntry>;

/** Everything below some folders, links not followed. */
export async function readTree(
  system: System,
  roots: readonly string[],
  signal?: AbortSignal,
): Promise<Tree> {
  const tree: Tree = new Map();
  let layer = [...roots];
  while (layer.length > 0 && !signal?.aborted) {
    const next: string[] = [];
    for (let i = 0; i < layer.length; i += 64) {
      const part = await Promise.all(
        layer.slice(i, i + 64).map((folder) => readFolder(system, folder)),
      );
      for (const [location, entry] of part.flat()) {
        tree.set(location, entry);
        if (entry.kind === 'folder') next.push(location);
      }
    }
    layer = next;
  }
  return tree;
}

async function readFolder(system: System, folder: string): Promise<[string, TreeEntry][]> {
  const entries = (await system.files.list(folder)) ?? [];
  const all = await Promise.all(
    entries.map(async (entry): Promise<[string, TreeEntry] | null> => {
      const location = path.join(folder, entry.name);
      const info = await system.files.linkInfo(location);
      if (!info) return null;
      const target = info.kind === 'link' ? await system.files.readLink(location) : null;
      const { kind, bytes, modified, mode } = info;
      return [location, { kind, bytes: kind === 'file' ? bytes : 0, modified, mode, target }];
    }),
  );
  return all.filter((each) => each !== null);
}

/** A folder's own time changes with everything below it: only its being there counts. */
export function sameEntry(a: TreeEntry, b: TreeEntry): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'folder') return true;
  if (a.kind === 'link') return a.target === b.target;
  return a.bytes === b.bytes && a.mode === b.mode && sameTime(a.modified, b.modified);
}

/** Times are put back through a number of seconds, which holds about a microsecond. */
function sameTime(a: string, b: string): boolean {
  const difference = BigInt(a) - BigInt(b);
  return difference < 2000n && difference > -2000n;
}
