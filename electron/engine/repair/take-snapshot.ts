import path from 'node:path';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Distribution, Facts } from '../../../shared/facts.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import type { Brought } from './brought.ts';
import { asideOf } from './aside-of-plan.ts';
import { entriesAt, type Entries } from './entry.ts';
import { hold } from './hold.ts';
import { identityOf } from './identity.ts';
import { inBatches } from '../machine/in-batches.ts';
import {
  writeHead,
  writeTerritory,
  type Head,
  type Journal,
  type Taken,
  type Territory,
} from './journal.ts';
import { keyOf, realPlaces, spelledAsThere, type Boundary } from './places.ts';
import { filesBelow, filesOfDistribution, recordedFiles } from './record-files.ts';
import { maySetAside } from './set-aside.ts';

export type SnapshotOptions = {
  /** Of this snapshot alone. */
  folder: string;
  id: string;
  sequence: number;
  at: Date;
  boundary: Boundary;
  brought: readonly Brought[];
  staging: string;
  signal?: AbortSignal;
  onCount?: (files: number) => void;
};

/**
 * Notes what is the plan's to replace and what its wheels bring, and holds every file that can
 * be touched. The head is written last: from then on an interrupted repair can be put back.
 */
export async function takeSnapshot(
  system: System,
  facts: Facts,
  plan: Plan,
  options: SnapshotOptions,
): Promise<Journal> {
  const { boundary, brought, folder } = options;
  const { taken, locations, emptied } = await take(system, facts, plan, options);
  // Start scripts lie beside the environment: the folders above them are nobody's to make again.
  const inside = locations.filter(boundary.contains);
  const folders = await foldersAbove(system, boundary.root, inside);
  const territory: Territory = {
    taken,
    brought: [...brought],
    folders,
    emptied,
    listings: await listingsOf(system, facts, folders),
  };
  const head: Head = {
    schema: 2,
    id: options.id,
    sequence: options.sequence,
    at: options.at.toISOString(),
    reason: plan.goal,
    environmentId: plan.environmentId,
    environment: await identityOf(
      system,
      facts,
      plan.changes.map((change) => change.name),
    ),
    planId: plan.id,
    changes: plan.changes,
    state: 'pending',
    restoredAt: null,
    bytes: taken.reduce((total, each) => total + each.entry.bytes, 0),
    staging: options.staging,
  };
  if (options.signal?.aborted) fail('cancelled');
  await writeTerritory(system, folder, boundary.root, territory);
  await writeHead(system, folder, head);
  return { head, territory, left: null, folder };
}

type Took = {
  taken: Taken[];
  /** All that can be touched, also what is not there. */
  locations: string[];
  emptied: Territory['folders'];
};

/** Holds what is there of all that can be touched. */
async function take(
  system: System,
  facts: Facts,
  plan: Plan,
  { boundary, brought, folder, signal, onCount }: SnapshotOptions,
): Promise<Took> {
  const removed = await removedByPip(system, facts, plan, boundary);
  const aside = await asideOf(system, plan, boundary);
  const overwritten = brought.map((each) => each.path);
  const touched = await spelledAsThere(system, [...removed.all, ...aside.files, ...overwritten]);
  const entries = await entriesAt(system, unique(system, touched));
  // A RECORD that names a folder makes pip remove it with all that is in it, whoever owns that.
  const within = await filesWithin(system, removed.all, entries);
  for (const [location, entry] of await entriesAt(system, within)) entries.set(location, entry);
  if (signal?.aborted) fail('cancelled');
  const present = [...entries].flatMap(([location, entry]) =>
    entry && (entry.kind === 'file' || entry.kind === 'link') ? [{ path: location, entry }] : [],
  );
  onCount?.(present.length);
  const renamed = new Set([...removed.renamed, ...aside.files.map((each) => keyOf(system, each))]);
  const taken = await hold(system, folder, present, renamed, signal);
  return { taken, locations: [...entries.keys()], emptied: aside.folders };
}

type Removed = {
  all: string[];
  /** Keys of those that pip renames and never writes into: another name of them stays true. */
  renamed: ReadonlySet<string>;
};

/** What pip takes away when it removes the distributions of the plan. */
async function removedByPip(
  system: System,
  facts: Facts,
  plan: Plan,
  boundary: Boundary,
): Promise<Removed> {
  const moving = facts.distributions.filter((each) =>
    plan.changes.some((change) => change.name === each.name),
  );
  const packages = await Promise.all(
    facts.interpreter.sitePackages.map((each) => boundary.real(path.join(each, '_'))),
  );
  const inPackages = (location: string): boolean =>
    packages.some((each) => location.startsWith(path.dirname(each) + path.sep));
  const all: string[] = [];
  const renamed = new Set<string>();
  for (const distribution of moving) {
    const recorded = await recordedFiles(system, distribution);
    for (const each of await ownFiles(system, facts, distribution, recorded, boundary))
      all.push(each);
    // Only what the RECORD names: into a REQUESTED that it leaves out, pip writes in place.
    const places = await inBatches(recorded, (each) => boundary.real(each));
    for (const each of places.filter(inPackages)) renamed.add(keyOf(system, each));
  }
  const links = await developmentLinks(system, facts, plan, boundary);
  return { all: [...all, ...links], renamed };
}

async function ownFiles(
  system: System,
  facts: Facts,
  distribution: Distribution,
  recorded: readonly string[],
  boundary: Boundary,
): Promise<string[]> {
  // pip would take the package for one that lies elsewhere, and write over it without removing it.
  const real = await system.files.realPath(distribution.location);
  if (real !== (await boundary.real(distribution.location)))
    fail('outside-environment', { params: { path: distribution.location } });
  const { virtual } = kindRows[facts.interpreter.kind];
  const named = await filesOfDistribution(system, distribution, recorded);
  // In a virtual environment pip leaves alone what lies outside; elsewhere it would remove it.
  if (!virtual) return realPlaces(system, boundary, named);
  const places = await inBatches(named, (each) => boundary.real(each));
  return places.filter(boundary.contains);
}

/** `setup.py develop` leaves two files that pip edits in place. */
async function developmentLinks(
  system: System,
  facts: Facts,
  plan: Plan,
  boundary: Boundary,
): Promise<string[]> {
  const folder = facts.interpreter.sitePackages[0];
  if (folder === undefined) return [];
  const names = plan.changes.flatMap(({ name }) => [name, name.replaceAll('-', '_')]);
  const entries = (await system.files.list(folder)) ?? [];
  const wanted = entries.filter(
    (entry) =>
      entry.name === 'easy-install.pth' ||
      names.some((name) => entry.name.toLowerCase() === `${name}.egg-link`),
  );
  return Promise.all(wanted.map((entry) => boundary.real(path.join(folder, entry.name))));
}

async function filesWithin(
  system: System,
  locations: readonly string[],
  entries: Entries,
): Promise<string[]> {
  const folders = locations.filter((each) => entries.get(each)?.kind === 'folder');
  return (await Promise.all(folders.map((each) => filesBelow(system, each)))).flat();
}

function unique(system: System, locations: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const each of locations)
    if (!found.has(keyOf(system, each))) found.set(keyOf(system, each), each);
  return [...found.values()];
}

async function foldersAbove(
  system: System,
  root: string,
  locations: readonly string[],
): Promise<Territory['folders']> {
  const above = new Set<string>();
  for (const location of locations) {
    for (
      let parent = path.dirname(location);
      !above.has(parent) && parent !== root && path.dirname(parent) !== parent;
      parent = path.dirname(parent)
    )
      above.add(parent);
  }
  const found = await entriesAt(
    system,
    [...above].sort((a, b) => a.length - b.length),
  );
  return [...found].flatMap(([location, entry]) =>
    entry?.kind === 'folder' ? [{ path: location, entry }] : [],
  );
}

/** pip renames a package's parts one by one where it may not rename all: each has its own place. */
async function listingsOf(
  system: System,
  facts: Facts,
  folders: Territory['folders'],
): Promise<Territory['listings']> {
  const [packages] = facts.interpreter.sitePackages;
  const real = packages === undefined ? null : await system.files.realPath(packages);
  const all = new Set([...(real === null ? [] : [real]), ...folders.map((each) => each.path)]);
  return inBatches([...all], async (folder) => {
    const names = ((await system.files.list(folder)) ?? []).map((entry) => entry.name);
    return { path: folder, names: names.filter(maySetAside) };
  });
}
