import path from 'node:path';
import type { ReadOptions } from '../machine/read-file.ts';
import type { Files, FolderEntry, System } from '../machine/system.ts';

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
    readBytes: onceWithin((location, options) => files.readBytes(location, options)),
    readText: onceWithin((location, options) => files.readText(location, options)),
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

/** What is too large for one reader is not for another: each limit has its own answer. */
function onceWithin<T>(
  ask: (path: string, options?: ReadOptions) => Promise<T>,
): (path: string, options?: ReadOptions) => Promise<T> {
  const usual = once((path) => ask(path));
  const byLimit = new Map<number, (path: string) => Promise<T>>();
  return (path, { limit } = {}) => {
    if (limit === undefined) return usual(path);
    const known = byLimit.get(limit) ?? once((each) => ask(each, { limit }));
    byLimit.set(limit, known);
    return known(path);
  };
}
