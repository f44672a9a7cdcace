import path from 'node:path';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { isPartOf } from '../state/old-parts.ts';
import { bringBack, giveBack, respell } from './bring-back.ts';
import type { Decision } from './decide.ts';
import { entryAt, sameEntry } from './entry.ts';
import { requireRoom, soundSources } from './held-copies.ts';
import { inBatches } from '../machine/in-batches.ts';
import type { Journal } from './journal.ts';
import { compiledBeside } from './record-files.ts';
import { requireRealFolders } from './require-real-folders.ts';
import { findSetAside } from './set-aside.ts';
import type { Place } from './standing.ts';

/**
 * Carries a decision out: first everything that was there before comes back, each file in one
 * step, then what the repair brought goes. Nothing is touched before every source is known to
 * be whole. Can be begun again after any interruption. Throws `snapshot-damaged`, `disk-full`,
 * `undo-failed`.
 */
export async function putBack(
  system: System,
  journal: Journal,
  decision: Decision,
  root: string,
): Promise<void> {
  const { taken, folders } = journal.territory;
  const touched = [...decision.putBack, ...decision.emptied, ...decision.remove].map(
    (each) => each.path,
  );
  await requireRealFolders(system, touched, journal.head.id);
  const setAside = await findSetAside(system, journal);
  const sources = await soundSources(system, journal, decision.putBack, setAside);
  await requireRoom(system, sources, decision.putBack, root);

  const needed = foldersAbove(decision.putBack);
  for (const { path: folder, entry } of folders) {
    if (!needed.has(folder)) continue;
    // pip moves folders away and makes new ones: another folder gets the mode of the old one.
    if ((await system.files.linkInfo(folder))?.inode === entry.inode) continue;
    await system.files.makeFolder(folder);
    await system.files.setMode(folder, entry.mode);
    await giveBack(system, folder, entry);
    // Its name stands in the folder above, where perhaps nothing else is touched.
    await system.files.flush(path.dirname(folder));
  }
  await inBatches(decision.putBack, async (place) => {
    const before = place.taken === null ? undefined : taken[place.taken];
    if (!before || !(await isStill(system, place))) return;
    await bringBack(system, before, sources);
    // Where case does not count, a file may have taken over the letters of the one it replaced.
    if (place.brought.some((each) => each.path !== before.path)) await respell(system, before.path);
  });
  await makeEmptied(system, decision.emptied);
  const emptied = await removeBrought(system, journal, decision.remove, root);
  await system.files.flush(root);
  for (const folder of touchedFolders(decision)) {
    if (!emptied.has(folder)) await system.files.flush(folder);
  }
  await requireAsDecided(system, journal, decision);
  for (const each of setAside.roots) await system.files.remove(each);
}

/** What is there again stays as it is, whoever put it there. */
async function makeEmptied(system: System, folders: Decision['emptied']): Promise<void> {
  for (const { path: folder, entry } of folders) {
    if ((await system.files.linkInfo(folder)) !== null) continue;
    await system.files.makeFolder(folder);
    await system.files.setMode(folder, entry.mode);
    await giveBack(system, folder, entry);
    await system.files.flush(path.dirname(folder));
  }
}

/**
 * Where nothing is put back: a way back that was interrupted may have made the folders of what
 * was there before again, and an empty metadata folder is a broken package to Python.
 */
export async function removeEmptied(system: System, { territory }: Journal): Promise<void> {
  const [before, now] = [foldersAbove(territory.taken), foldersAbove(territory.brought)];
  const emptied = territory.folders.filter(({ path: at }) => before.has(at) && !now.has(at));
  for (const { path: folder } of emptied.reverse()) await system.files.removeEmptyFolder(folder);
}

function foldersAbove(files: readonly { path: string }[]): ReadonlySet<string> {
  const above = new Set<string>();
  for (const { path: file } of files) {
    for (
      let folder = path.dirname(file);
      !above.has(folder) && path.dirname(folder) !== folder;
      folder = path.dirname(folder)
    )
      above.add(folder);
  }
  return above;
}

/**
 * Between the look at ten thousands of files and the act lies half a minute: what somebody has put
 * there since is theirs. It stays, and in the end it is told as what could not be put back.
 */
async function isStill(system: System, { path: location, now, standing }: Place): Promise<boolean> {
  const nothingSeen = now === null && standing !== 'absent';
  if (nothingSeen || standing === 'bytecode') return true;
  return sameEntry(await entryAt(system, location), now);
}

/** Answers the folders that are gone with it. Throws `undo-failed` where an empty one stays. */
async function removeBrought(
  system: System,
  journal: Journal,
  places: readonly Place[],
  root: string,
): Promise<ReadonlySet<string>> {
  const notes = await unfinishedNotes(system, journal);
  const parts = await unfinishedEdits(system, journal);
  const files = [...places.map((place) => place.path), ...notes, ...parts];
  const compiled = await compiledBeside(
    system,
    files.filter((file) => file.endsWith('.py')),
  );
  const saved = new Set(journal.territory.taken.map((each) => each.path));
  await inBatches(places, async (place) => {
    if (await isStill(system, place)) await system.files.remove(place.path);
  });
  const others = [...notes, ...parts, ...compiled.filter((file) => !saved.has(file))];
  await inBatches(others, (file) => system.files.remove(file));
  // The environment itself was there before, and nothing above it is any of ours.
  const before = new Set([root, ...journal.territory.folders.map((each) => each.path)]);
  const own = new Set<string>();
  for (const file of [
    ...files,
    ...journal.territory.brought.map((each) => each.path),
    ...compiled,
  ]) {
    for (
      let folder = path.dirname(file);
      !before.has(folder) && !own.has(folder) && path.dirname(folder) !== folder;
      folder = path.dirname(folder)
    )
      own.add(folder);
  }
  const emptied = new Set<string>();
  // Deepest first, and only empty ones: a folder may hold what is not ours.
  for (const folder of [...own].sort((a, b) => b.length - a.length))
    if (await system.files.removeEmptyFolder(folder)) emptied.add(folder);
    // Not because somebody else has something in it: then it would be left with the rest.
    else if ((await system.files.list(folder))?.length === 0)
      fail('undo-failed', { params: { count: 1, path: folder } });
  return emptied;
}

/** pip writes each of its notes beside, as `RECORDxxxxxxxx.tmp`, until it renames it. */
async function unfinishedNotes(system: System, { territory }: Journal): Promise<string[]> {
  const notes = territory.brought.filter((each) => each.made?.by === 'metadata');
  const taken = new Set(territory.taken.map((each) => each.path));
  const found = await inBatches(notes, async ({ path: note }) => {
    const [folder, base] = [path.dirname(note), path.basename(note)];
    return ((await system.files.list(folder)) ?? [])
      .map((each) => path.join(folder, each.name))
      .filter((each) => path.basename(each).startsWith(base) && !taken.has(each))
      .filter((each) => /^\w{8}\.tmp$/.test(path.basename(each).slice(base.length)));
  });
  return found.flat();
}

/** A start script or setting is written beside until it is renamed; none of these names is anybody else's. */
async function unfinishedEdits(system: System, { territory }: Journal): Promise<string[]> {
  const edits = territory.brought.filter((each) => each.wheel === '');
  const found = await inBatches(edits, async ({ path: edited }) => {
    const folder = path.dirname(edited);
    return ((await system.files.list(folder)) ?? [])
      .filter(({ name }) => isPartOf(path.basename(edited), name))
      .map(({ name }) => path.join(folder, name));
  });
  return found.flat();
}

function touchedFolders(decision: Decision): Set<string> {
  return new Set([...decision.putBack, ...decision.remove].map((each) => path.dirname(each.path)));
}

async function requireAsDecided(
  system: System,
  { territory }: Journal,
  decision: Decision,
): Promise<void> {
  const places = [...decision.putBack, ...decision.remove];
  const right = await inBatches(places, async (place) => {
    const before = place.taken === null ? null : (territory.taken[place.taken]?.entry ?? null);
    return sameEntry(await entryAt(system, place.path), before);
  });
  const wrong = places.filter((_, index) => right[index] !== true);
  if (wrong.length > 0)
    fail('undo-failed', { params: { count: wrong.length, path: wrong[0]?.path ?? '' } });
}
