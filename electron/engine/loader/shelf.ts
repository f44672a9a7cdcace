import type { OpenFile } from '../machine/open-file.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered, isUnanswered } from '../machine/unanswered.ts';
import { bytesOf, DamagedFile } from './library/bytes.ts';
import { readElf } from './elf/read-elf.ts';
import type { Library } from './library/library.ts';
import { readPe } from './pe/read-pe.ts';

/** A file that is there, and what it says; null where that cannot be read. */
export type Shelved = { path: string; library: Library | null };

/** Every library is read once for a look, and stays open until it ends. */
export type Shelf = {
  /** null: no file of this name. */
  open(path: string): Promise<Shelved | null>;
  /** The names of a folder as they are written there, by their lower-case form. */
  names(folder: string): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
};

/** A real environment has some 60 of them. */
const mostOpen = 400;

export function createShelf({ files }: Pick<System, 'files'>): Shelf {
  const opened: OpenFile[] = [];
  const shelved = new Map<string, Promise<Shelved | null>>();
  const listed = new Map<string, Promise<ReadonlyMap<string, string>>>();

  async function read(path: string): Promise<Shelved | null> {
    const unreadable: Shelved = { path, library: null };
    if (opened.length >= mostOpen) return unreadable;
    const file = await files.openFile(path).catch(ifUnanswered(undefined));
    if (!file) return file === null ? null : unreadable;
    opened.push(file);
    const bytes = bytesOf(file);
    const library = await unlessDamaged(async () => {
      const begin = (await bytes.at(0, 4)).readUInt32BE(0);
      return begin === 0x7f454c46 ? readElf(bytes) : readPe(bytes);
    });
    return { path, library };
  }

  async function list(folder: string): Promise<ReadonlyMap<string, string>> {
    const entries = (await files.list(folder).catch(ifUnanswered(null))) ?? [];
    return new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
  }

  return {
    open: (path) => once(shelved, path, read),
    names: (folder) => once(listed, folder, list),
    close: async () => {
      await Promise.all(opened.map((each) => each.close()));
    },
  };
}

function once<T>(
  known: Map<string, Promise<T>>,
  key: string,
  ask: (key: string) => Promise<T>,
): Promise<T> {
  const answer = known.get(key) ?? ask(key);
  known.set(key, answer);
  return answer;
}

/** null where a file is damaged, or cannot be read any more. */
export async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof DamagedFile || isUnanswered(thrown)) return null;
    throw thrown;
  }
}
