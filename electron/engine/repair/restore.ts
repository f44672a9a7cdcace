import path from 'node:path';
import { fail } from '../../../shared/problem.ts';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../system.ts';
import { filesOfDistribution } from './record-files.ts';
import { savedCopy, treeBefore, type Manifest } from './snapshot-store.ts';
import { readTree, sameEntry, type Tree, type TreeEntry } from './tree.ts';

/**
 * Puts a tree back exactly as it was noted. `removable` says what may be deleted of what was
 * not there before: everything right after our own failure, only what we may have written
 * when others had the environment in between. Throws `undo-failed`.
 */
export async function restoreTree(
  system: System,
  folder: string,
  manifest: Manifest,
  removable: (location: string) => boolean,
): Promise<void> {
  const before = treeBefore(manifest);
  const now = await readTree(system, manifest.roots);
  const extra = [...now.keys()].filter((location) => !before.has(location) && removable(location));
  await removeAll(system, extra, now);
  await putBack(system, folder, manifest, before, now);
  const after = await readTree(system, manifest.roots);
  const wrong = [
    ...[...before]
      .filter(([location, entry]) => differs(after.get(location), entry))
      .map(([location]) => location),
    ...extra.filter((location) => after.has(location)),
  ];
  if (wrong.length > 0)
    fail('undo-failed', { params: { count: wrong.length, path: wrong[0] ?? '' } });
}

/** After a power loss: what our wheels brought, pip's half-removed folders, and files compiled from both. */
export function writtenByRepair(manifest: Manifest): (location: string) => boolean {
  const targets = new Set(manifest.targets);
  const folders = new Set(
    manifest.targets.flatMap((target) => parentsBelow(manifest.roots, target)),
  );
  return (location) => {
    const top = manifest.roots
      .map((root) => path.relative(root, location).split(path.sep))
      .find((parts) => parts[0] !== '..');
    if (top?.some((part) => part.startsWith('~'))) return true;
    return (
      targets.has(location) ||
      folders.has(location) ||
      folders.has(path.dirname(location)) ||
      (path.basename(path.dirname(location)) === '__pycache__' &&
        folders.has(path.dirname(path.dirname(location))))
    );
  };
}

/** The folders above a wheel's file that the wheel itself made up: not site-packages and not the roots. */
function parentsBelow(roots: readonly string[], target: string): string[] {
  const parents: string[] = [];
  let parent = path.dirname(target);
  while (
    !roots.includes(parent) &&
    !/(site|dist)-packages$/.test(parent) &&
    path.dirname(parent) !== parent
  ) {
    if (/^(bin|scripts)$/i.test(path.basename(parent))) break;
    parents.push(parent);
    parent = path.dirname(parent);
  }
  return parents;
}

/**
 * Undoes a repair that was kept, perhaps long ago: its packages are taken out in whatever
 * version they are now, and the saved files put back. What came since stays.
 */
export async function undoKept(
  system: System,
  folder: string,
  manifest: Manifest,
  distributions: readonly Distribution[],
): Promise<void> {
  const before = treeBefore(manifest);
  const names = new Set(manifest.changes.map((change) => change.name));
  const present = await Promise.all(
    distributions
      .filter((each) => names.has(each.name))
      .map((each) => filesOfDistribution(system, each)),
  );
  const saved = new Set(manifest.saved);
  const now = await readTree(system, manifest.roots);
  const addedFolders = manifest.added.filter((location) => now.get(location)?.kind === 'folder');
  const inAdded = (location: string): boolean =>
    addedFolders.some((parent) => location.startsWith(parent + path.sep));
  const extra = [...now.keys()].filter(
    (location) => manifest.added.includes(location) || inAdded(location),
  );
  const replaced = present
    .flat()
    .filter((file) => now.has(file) && !saved.has(file) && !before.has(file));
  await removeAll(system, [...new Set([...extra, ...replaced])], now);
  await putBack(
    system,
    folder,
    manifest,
    new Map([...before].filter(([file]) => saved.has(file))),
    now,
  );
  const after = await readTree(system, manifest.roots);
  const wrong = manifest.saved.filter((file) => {
    const entry = before.get(file);
    return entry && differs(after.get(file), entry);
  });
  if (wrong.length > 0)
    fail('undo-failed', { params: { count: wrong.length, path: wrong[0] ?? '' } });
}

function differs(now: TreeEntry | undefined, before: TreeEntry): boolean {
  return now === undefined || !sameEntry(now, before);
}

async function removeAll(system: System, locations: readonly string[], now: Tree): Promise<void> {
  const folders = locations.filter((each) => now.get(each)?.kind === 'folder');
  for (const file of locations.filter((each) => now.get(each)?.kind !== 'folder')) {
    await system.files.remove(file);
  }
  // Deepest first, and only empty ones: a folder may hold what is not ours.
  for (const folder of folders.sort((a, b) => b.length - a.length)) {
    await system.files.removeEmptyFolder(folder);
  }
}

async function putBack(
  system: System,
  folder: string,
  manifest: Manifest,
  before: Tree,
  now: Tree,
): Promise<void> {
  const copies = new Map(
    manifest.saved.map((file, index) => [file, savedCopy(folder, manifest, index)]),
  );
  for (const [location, entry] of before) {
    if (!differs(now.get(location), entry)) continue;
    if (entry.kind === 'folder') {
      await system.files.makeFolder(location);
      await system.files.setMode(location, entry.mode);
      continue;
    }
    const copy = copies.get(location);
    if (copy === undefined) continue; // told by the comparison at the end
    await system.files.remove(location);
    if (entry.kind === 'link') {
      await system.files.copyLink(copy, location);
    } else {
      await system.files.copyFile(copy, location);
      await system.files.setMode(location, entry.mode);
      await system.files.setTimes(location, entry.modified);
    }
  }
}
