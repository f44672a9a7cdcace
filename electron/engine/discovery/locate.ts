import path from 'node:path';
import type { System } from '../machine/system.ts';
import type { FolderEntry } from '../machine/system.ts';
import { partOf, type TellBroken } from '../mistakes/parts.ts';
import { locators } from './locators/index.ts';
import { entriesOf } from './recognition/config-file.ts';
import { toView, viewFolder } from './recognition/folder-view.ts';
import type { Located } from './recognition/locator.ts';
import { isKeptAside } from './recognition/look-alike.ts';
import { isHollow } from './recognition/source-root.ts';

/** How far above a source folder its own installer's root may lie. */
const levelsAbove = 3;

const marks: ReadonlySet<string> = new Set(locators.flatMap((locator) => locator.marks));

/** The installs whose root is this folder. */
export async function recognise(
  system: System,
  folder: string,
  entries: readonly FolderEntry[],
  tell: TellBroken = null,
): Promise<Located[]> {
  // Thousands of folders have none of the marks: they are not worth a view.
  if (!entries.some((entry) => marks.has(entry.name.toLowerCase()))) return [];
  const view = toView(folder, entries);
  for (const locator of locators) {
    if (!locator.marks.some((name) => view.find(name) !== null)) continue;
    const found = await partOf(locator.kind, tell, () => locator.recognise(system, view), []);
    if (found.length > 0) return withoutHollow(system, found);
  }
  return [];
}

async function withoutHollow(system: System, found: readonly Located[]): Promise<Located[]> {
  const hollow = await Promise.all(
    found.map(({ install }) => isHollow(system, install.sourceRoot)),
  );
  return found.filter((_, at) => hollow[at] === false);
}

/**
 * The install of a folder that a user named: its root, or its source folder somewhere below
 * a root (the ComfyUI folder of a portable build has its Python beside it, not inside).
 */
export async function locateAt(
  system: System,
  folder: string,
  tell: TellBroken = null,
): Promise<Located | null> {
  let above = folder;
  let own: Located | null = null;
  for (let level = 0; level <= levelsAbove; level += 1) {
    const view = await viewFolder(system, above);
    const found = view ? await recognise(system, above, view.entries, tell) : [];
    if (level === 0) own = found[0] ?? null;
    const around = found.find((each) => each.install.sourceRoot === folder);
    if (level > 0 && around) return around;
    const parent = path.dirname(above);
    if (parent === above) break;
    above = parent;
  }
  return own;
}

/**
 * The one install right below a folder that is none itself: what a template made around it
 * (RunPod's runpod-slim, say), or the folder that a person keeps it in. null where there is none,
 * or where there are several and only the person knows which one was meant.
 */
export async function locateBelow(
  system: System,
  folder: string,
  tell: TellBroken = null,
): Promise<Located | null> {
  const folders = (await entriesOf(system, folder)).filter(
    ({ kind }) => kind === 'folder' || kind === 'link',
  );
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const view = await viewFolder(system, path.join(folder, name));
      const located = view ? await recognise(system, view.folder, view.entries, tell) : [];
      // The copy that lies beside is not the one that was meant.
      const isAside =
        located.length > 0 && (await isKeptAside(system, path.join(folder, name), true));
      return isAside ? [] : located;
    }),
  );
  const [only = null, ...others] = found.flat();
  return others.length === 0 ? only : null;
}
