import type { System } from '../machine/system.ts';
import { inBatches } from '../machine/in-batches.ts';

/** What a path is, closely enough to tell that nobody has touched it. */
export type Entry = {
  kind: 'file' | 'folder' | 'link' | 'other';
  /** 0 but for files. */
  bytes: number;
  /** Nanoseconds since 1970, as text. */
  modified: string;
  mode: number;
  owner: number;
  group: number;
  inode: string;
  /** Where a link leads, as it is written in it. */
  target: string | null;
};
/** null: nothing is there. */
export type Entries = Map<string, Entry | null>;

/** What stands at a path; links are not followed. */
export async function entryAt(system: System, location: string): Promise<Entry | null> {
  const info = await system.files.linkInfo(location);
  if (!info) return null;
  const { kind, modified, mode, owner, group, inode } = info;
  const target = kind === 'link' ? await system.files.readLink(location) : null;
  return {
    kind,
    bytes: kind === 'file' ? info.bytes : 0,
    modified,
    mode,
    owner,
    group,
    inode,
    target,
  };
}

/** The same of many paths. */
export async function entriesAt(system: System, locations: Iterable<string>): Promise<Entries> {
  const all = [...locations];
  const entries = await inBatches(all, (each) => entryAt(system, each));
  return new Map(all.map((each, index) => [each, entries[index] ?? null]));
}

/** A folder's own time changes with everything below it: only its being there counts. */
export function sameEntry(a: Entry | null, b: Entry | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'folder') return true;
  if (a.kind === 'link') return a.target === b.target;
  return a.bytes === b.bytes && a.mode === b.mode && sameTime(a.modified, b.modified);
}

/** Times are put back through a number of seconds, which holds about a microsecond. */
export function sameTime(a: string, b: string): boolean {
  const difference = BigInt(a) - BigInt(b);
  return difference < 2000n && difference > -2000n;
}
