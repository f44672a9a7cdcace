import path from 'node:path';
import * as z from 'zod';
import { changeSchema } from '../../../shared/plan.ts';
import { inBatches } from '../machine/in-batches.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System, WriteOptions } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { broughtSchema, type Brought } from './brought.ts';
import type { Entry } from './entry.ts';
import { identitySchema } from './identity.ts';
import { longReading, piecesOf, readLists, type Taker } from './long-lists.ts';

const entrySchema = z.object({
  kind: z.enum(['file', 'folder', 'link', 'other']),
  bytes: z.number(),
  modified: z.string(),
  mode: z.number(),
  owner: z.number(),
  group: z.number(),
  inode: z.string(),
  target: z.string().nullable(),
}) satisfies z.ZodType<Entry>;

const journalStates = [
  /** pip may have begun. */
  'pending',
  /** It went well. */
  'kept',
  /** It is being put back, because somebody asked for it. */
  'restoring',
  'restored',
  /** Given up: the environment has moved on by other hands, or the user let go of it. */
  'closed',
] as const;

/** The head of a repair's journal: small, written whole, and again after every turn. */
export const headSchema = z.object({
  schema: z.literal(2),
  id: z.string(),
  /** Repairs of an environment are ordered by this, whatever the clock says. */
  sequence: z.number().int(),
  at: z.string(),
  reason: z.string(),
  environmentId: z.string(),
  environment: identitySchema,
  planId: z.string(),
  changes: z.array(changeSchema),
  state: z.enum(journalStates),
  restoredAt: z.string().nullable(),
  /** Of the saved files, as they would be if nothing were shared. */
  bytes: z.number(),
  /** Where its wheels lie while it is pending; a program that names it is one of ours. */
  staging: z.string(),
});
export type Head = z.infer<typeof headSchema>;

/** A file that was there before and is the plan's to replace. */
const takenSchema = z.object({
  path: z.string(),
  entry: entrySchema,
  /** `link`: a second name of the same file. `copy`: its own, with its hash. `none`: a symbolic link. */
  held: z.enum(['link', 'copy', 'none']),
  sha256: z.string().nullable(),
});
export type Taken = z.infer<typeof takenSchema>;

const folderSchema = z.object({ path: z.string(), entry: entrySchema });
type Folder = z.infer<typeof folderSchema>;
const listingSchema = z.object({ path: z.string(), names: z.array(z.string()) });
type Listing = z.infer<typeof listingSchema>;

/** What belongs to the repair, by name. Written once, before the head that says `pending`. */
export type Territory = {
  taken: Taken[];
  brought: Brought[];
  /** Folders above both that were there before, outermost first. */
  folders: Folder[];
  /** Folders of what is set aside, outermost first: of an empty one no file tells that it was there. */
  emptied?: Folder[];
  /** The names in all these folders that pip would give to what it sets aside, but did not. */
  listings: Listing[];
};

/** What the brought files were when pip had ended, by their place in the list. */
export type LeftAsWas = (Entry | null)[];

/** A journal with its paths, which are counted from the environment's real root. */
export type Journal = { head: Head; territory: Territory; left: LeftAsWas | null; folder: string };

export const headName = 'manifest.json';
const territoryName = 'files.json';
const leftName = 'left.json';
const heldName = 'held';

export function heldAt(journal: Pick<Journal, 'folder'>, index: number): string {
  return path.join(journal.folder, heldName, String(index));
}

export async function writeHead(
  system: System,
  folder: string,
  head: Head,
  options: WriteOptions = {},
): Promise<void> {
  await system.files.writeText(path.join(folder, headName), JSON.stringify(head), options);
}

/** Its name counts alone: the state folder may have been moved, and a damaged journal names any folder. */
export function stagingOf(paths: StatePaths, { staging }: Pick<Head, 'staging'>): string {
  return path.join(paths.staging, path.basename(staging) || 'none');
}

/** Paths are written relative to the root: a moved environment keeps its journal. */
export async function writeTerritory(
  system: System,
  folder: string,
  root: string,
  { taken, brought, folders, emptied = [], listings }: Territory,
): Promise<void> {
  function* fromRoot<T extends { path: string }>(list: readonly T[]): Generator<T> {
    for (const each of list) yield { ...each, path: path.relative(root, each.path) };
  }
  const lists = {
    taken: fromRoot(taken),
    brought: fromRoot(brought),
    folders: fromRoot(folders),
    emptied: fromRoot(emptied),
    listings: fromRoot(listings),
  };
  await system.files.writeText(path.join(folder, territoryName), piecesOf(lists));
}

export async function writeLeft(system: System, folder: string, left: LeftAsWas): Promise<void> {
  // Without it files are told by their hashes: not worth waiting for all that pip wrote.
  await system.files.writeText(path.join(folder, leftName), piecesOf({ left }), { lazy: true });
}

export async function readHead(system: System, folder: string): Promise<Head | null> {
  return read(system, path.join(folder, headName), headSchema);
}

/** null where its files are damaged: then nobody can say what belongs to it. */
export async function readJournal(
  system: System,
  folder: string,
  head: Head,
  root: string,
): Promise<Journal | null> {
  const territory = await readTerritory(system, path.join(folder, territoryName), root);
  if (!territory) return null;
  return { head, territory, left: await readLeft(system, path.join(folder, leftName)), folder };
}

async function readTerritory(
  system: System,
  file: string,
  root: string,
): Promise<Territory | null> {
  const all = { taken: [], brought: [], folders: [], emptied: [], listings: [] };
  const { taken, brought, folders, emptied, listings }: Required<Territory> = all;
  const known = new Map<string, string>();
  /** One text for all that say the same: most paths are both taken and brought. */
  const once = (text: string): string => {
    const same = known.get(text) ?? text;
    known.set(same, same);
    return same;
  };
  const at = <T extends { path: string }>(each: T): T => ({
    ...each,
    path: once(path.resolve(root, each.path)),
  });
  const found = await readLists(system, file, {
    taken: taking(takenSchema, (each) => taken.push(at(each))),
    brought: taking(broughtSchema, (each) =>
      brought.push({ ...at(each), wheel: once(each.wheel) }),
    ),
    folders: taking(folderSchema, (each) => folders.push(at(each))),
    emptied: taking(folderSchema, (each) => emptied.push(at(each))),
    listings: taking(listingSchema, (each) => listings.push(at(each))),
  });
  const needed = ['taken', 'brought', 'folders', 'listings'];
  return found && needed.every((list) => found.has(list)) ? all : null;
}

async function readLeft(system: System, file: string): Promise<LeftAsWas | null> {
  const left: LeftAsWas = [];
  const found = await readLists(system, file, {
    left: taking(entrySchema.nullable(), (each) => left.push(each)),
  });
  return found?.has('left') ? left : null;
}

function taking<T>(schema: z.ZodType<T>, keep: (element: T) => unknown): Taker {
  return (element) => {
    const { success, data } = schema.safeParse(element);
    if (success) keep(data);
    return success;
  };
}

/** What is held is of no more use; the head stays and tells what was. */
export async function dropHeld(system: System, folder: string): Promise<void> {
  const held = path.join(folder, heldName);
  // Ten thousands at once, as a folder is removed with all that is in it, would take a megabyte for each thousand.
  const names = (await system.files.list(held).catch(ifUnanswered(null))) ?? [];
  await inBatches(names, ({ name }) =>
    system.files.remove(path.join(held, name)).catch(ifUnanswered(undefined)),
  );
  for (const name of [heldName, territoryName, leftName])
    await system.files.remove(path.join(folder, name)).catch(ifUnanswered(undefined)); // cleaned up later
}

async function read<T extends z.ZodType>(
  system: System,
  file: string,
  schema: T,
): Promise<z.infer<T> | null> {
  const text = await system.files.readText(file, longReading);
  if (text === null) return null;
  // Of another version, or damaged: as good as none.
  return schema.safeParse(parseJson(text)).data ?? null;
}
