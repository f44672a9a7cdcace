import path from 'node:path';
import * as z from 'zod';
import { changeSchema } from '../../../shared/plan.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System, WriteOptions } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { broughtSchema, type Brought } from './brought.ts';
import type { Entry } from './entry.ts';
import { identitySchema } from './identity.ts';

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
export const takenSchema = z.object({
  path: z.string(),
  entry: entrySchema,
  /** `link`: a second name of the same file. `copy`: its own, with its hash. `none`: a symbolic link. */
  held: z.enum(['link', 'copy', 'none']),
  sha256: z.string().nullable(),
});
export type Taken = z.infer<typeof takenSchema>;

/** What belongs to the repair, by name. Written once, before the head that says `pending`. */
export const territorySchema = z.object({
  taken: z.array(takenSchema),
  brought: z.array(broughtSchema),
  /** Folders above both that were there before, outermost first. */
  folders: z.array(z.object({ path: z.string(), entry: entrySchema })),
  /** Folders of what is set aside, outermost first: of an empty one no file tells that it was there. */
  emptied: z.array(z.object({ path: z.string(), entry: entrySchema })).optional(),
  /** The names in all these folders that pip would give to what it sets aside, but did not. */
  listings: z.array(z.object({ path: z.string(), names: z.array(z.string()) })),
});
export type Territory = z.infer<typeof territorySchema>;

/** What the brought files were when pip had ended, by their place in the list. */
export const leftSchema = z.array(entrySchema.nullable());
export type LeftAsWas = z.infer<typeof leftSchema>;

/** A journal with its paths, which are counted from the environment's real root. */
export type Journal = { head: Head; territory: Territory; left: LeftAsWas | null; folder: string };

export const headName = 'manifest.json';
const territoryName = 'files.json';
const leftName = 'left.json';
/** Some 300 bytes for each file of the repair, of which there may be tens of thousands. */
const longReading = { limit: 256 * 1024 * 1024, timeLimit: 120_000 };
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
  territory: Territory,
): Promise<void> {
  const from = <T extends { path: string }>(each: T): T => ({
    ...each,
    path: path.relative(root, each.path),
  });
  const text = JSON.stringify(withPaths(territory, from));
  await system.files.writeText(path.join(folder, territoryName), text);
}

export async function writeLeft(system: System, folder: string, left: LeftAsWas): Promise<void> {
  // Without it files are told by their hashes: not worth waiting for all that pip wrote.
  await system.files.writeText(path.join(folder, leftName), JSON.stringify(left), {
    lazy: true,
  });
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
  const territory = await read(system, path.join(folder, territoryName), territorySchema);
  if (!territory) return null;
  const to = <T extends { path: string }>(each: T): T => ({
    ...each,
    path: path.resolve(root, each.path),
  });
  return {
    head,
    territory: withPaths(territory, to),
    left: await read(system, path.join(folder, leftName), leftSchema),
    folder,
  };
}

/** What is held is of no more use; the head stays and tells what was. */
export async function dropHeld(system: System, folder: string): Promise<void> {
  for (const name of [heldName, territoryName, leftName])
    await system.files.remove(path.join(folder, name)).catch(ifUnanswered(undefined)); // cleaned up later
}

function withPaths(
  { taken, brought, folders, emptied = [], listings }: Territory,
  move: <T extends { path: string }>(each: T) => T,
): Territory {
  return {
    taken: taken.map(move),
    brought: brought.map((each): Brought => move(each)),
    folders: folders.map(move),
    emptied: emptied.map(move),
    listings: listings.map(move),
  };
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
