import type { FolderEntry, System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import type { FolderView } from './locator.ts';

/** null where there is no folder, or it may not be read. */
export async function viewFolder(system: System, folder: string): Promise<FolderView | null> {
  const entries = await system.files.list(folder).catch(ifUnanswered(null));
  return entries ? toView(folder, entries) : null;
}

export function toView(folder: string, entries: readonly FolderEntry[]): FolderView {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const is = (name: string, kind: 'file' | 'folder'): boolean => {
    const entry = byName.get(name.toLowerCase());
    return entry !== undefined && (entry.kind === kind || entry.kind === 'link');
  };
  return {
    folder,
    entries,
    hasFile: (name) => is(name, 'file'),
    hasFolder: (name) => is(name, 'folder'),
    find: (name) => byName.get(name.toLowerCase())?.name ?? null,
  };
}
