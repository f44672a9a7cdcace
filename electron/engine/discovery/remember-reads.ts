import path from 'node:path';
import type { Files, FolderEntry, System } from '../system.ts';

/**
 * The same machine, asking each question of the file system once: many locators look at the
 * same few files. For the length of one search only, because the next one must see anew.
 */
export function rememberReads(system: System): System {
  const { files } = system;
  const listings = new Map<string, readonly FolderEntry[]>();
  const list = once(async (folder) => {
    const entries = await files.list(folder);
    if (entries) listings.set(folder, entries);
    return entries;
  });
  const remembered: Files = {
    ...files,
    list,
    info: once((location) => files.info(location)),
    linkInfo: once((location) => files.linkInfo(location)),
    readBytes: once((location) => files.readBytes(location)),
    readText: once((location) => files.readText(location)),
    realPath: once((location) => realPath(location)),
  };

  /** What a listing calls a file or folder is no link: only the folder above may be one. */
  async function realPath(location: string): Promise<string | null> {
    const [above, name] = [path.dirname(location), path.basename(location)];
    const entry = listings.get(above)?.find((each) => each.name === name);
    if (entry?.kind !== 'folder' && entry?.kind !== 'file') return files.realPath(location);
    const real = await remembered.realPath(above);
    return real === null ? files.realPath(location) : path.join(real, name);
  }
  return { ...system, files: remembered };
}

function once<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (path) => {
    const known = answers.get(path) ?? ask(path);
    answers.set(path, known);
    return known;
  };
}
