import path from 'node:path';
import type { FileInfo, Files, FolderEntry, System } from '../machine/system.ts';
import type { Decision } from './decide.ts';
import { heldAt, type Journal, type Taken } from './journal.ts';
import { keyOf } from './places.ts';

/** What would stand at a path: the file that was taken from there, with where it is held. */
type Stand = { taken: Taken; held: string };

/** As many links one after another as Linux follows (path_resolution(7)). */
const mostLinks = 40;

/**
 * The machine as it would be after this way back, for whoever looks at the next one before the
 * first step is done. Only questions about paths and their content are answered so.
 */
export function afterGoingBack(system: System, journal: Journal, decision: Decision): System {
  const key = (location: string): string => keyOf(system, location);
  const stands = new Map<string, Stand>();
  for (const { taken: number } of decision.putBack) {
    const taken = number === null ? undefined : journal.territory.taken[number];
    if (taken && number !== null)
      stands.set(key(taken.path), { taken, held: heldAt(journal, number) });
  }
  const gone = new Set(decision.remove.map((each) => key(each.path)));
  const thinned = new Set(decision.remove.map((each) => key(path.dirname(each.path))));
  const arriving = arrivingIn(stands, key);

  /** Where the content lies that would be there; null: there would be none. */
  const sourceOf = (location: string, links = 0): string | null => {
    if (gone.has(key(location)) || links > mostLinks) return null;
    const stand = stands.get(key(location));
    if (stand?.taken.held !== 'none') return stand?.held ?? location;
    const target = stand.taken.entry.target ?? '';
    return sourceOf(path.resolve(path.dirname(location), target), links + 1);
  };
  const { files } = system;
  const list: Files['list'] = async (folder, patience) => {
    const there = await files.list(folder, patience);
    const comes = arriving.get(key(folder)) ?? [];
    if (there === null && comes.length === 0) return null;
    const names = new Set(comes.map((each) => key(each.name)));
    const stays: FolderEntry[] = [];
    for (const entry of there ?? []) {
      const location = path.join(folder, entry.name);
      if (names.has(key(entry.name)) || gone.has(key(location))) continue;
      if (thinned.has(key(location)) && (await list(location))?.length === 0) continue;
      stays.push(entry);
    }
    return [...stays, ...comes];
  };
  return {
    ...system,
    files: {
      ...files,
      list,
      linkInfo: async (file, patience) => {
        const stand = stands.get(key(file));
        if (stand) return infoOf(stand.taken);
        return gone.has(key(file)) ? null : files.linkInfo(file, patience);
      },
      readLink: async (file, patience) =>
        stands.get(key(file))?.taken.entry.target ?? files.readLink(file, patience),
      info: (file, patience) => asked(sourceOf(file), (at) => files.info(at, patience)),
      readText: (file, options) => asked(sourceOf(file), (at) => files.readText(at, options)),
      readBytes: (file, options) => asked(sourceOf(file), (at) => files.readBytes(at, options)),
      openFile: (file, patience) => asked(sourceOf(file), (at) => files.openFile(at, patience)),
      sha256: (file, patience) => files.sha256(sourceOf(file) ?? file, patience),
    },
  };
}

/** The entries that each folder would get, by its key: the files, and the folders above them. */
function arrivingIn(
  stands: ReadonlyMap<string, Stand>,
  key: (location: string) => string,
): ReadonlyMap<string, FolderEntry[]> {
  const arriving = new Map<string, Map<string, FolderEntry>>();
  for (const { taken } of stands.values()) {
    let kind = taken.entry.kind;
    for (let at = taken.path; path.dirname(at) !== at; at = path.dirname(at)) {
      const folder = key(path.dirname(at));
      const names = arriving.get(folder) ?? new Map<string, FolderEntry>();
      if (names.has(key(path.basename(at)))) break;
      names.set(key(path.basename(at)), { name: path.basename(at), kind });
      arriving.set(folder, names);
      kind = 'folder';
    }
  }
  return new Map([...arriving].map(([folder, names]) => [folder, [...names.values()]]));
}

/** A held link is the very file that was taken; a copy is another one, with its size and time. */
function infoOf({ entry, held }: Taken): FileInfo {
  const inode = held === 'copy' ? '' : entry.inode;
  return { ...entry, inode, device: '', born: '' };
}

function asked<T>(location: string | null, ask: (location: string) => Promise<T | null>) {
  return location === null ? Promise.resolve(null) : ask(location);
}
