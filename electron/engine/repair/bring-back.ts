import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { Entry } from './entry.ts';
import type { Sources } from './held-copies.ts';
import type { Taken } from './journal.ts';

/** The name under which a file arrives, until it takes its place in one step. */
const arriving = '.attention-doctor-part';

/** One file, in one step: either what stood there or what was held is there at any moment. */
export async function bringBack(system: System, before: Taken, sources: Sources): Promise<void> {
  const { path: location, entry } = before;
  const source = sources.get(location) ?? null;
  const beside = `${location}${arriving}`;
  await system.files.remove(beside);
  if (source === null) {
    await system.files.makeLink(entry.target ?? '', beside);
  } else if (!(before.held === 'link' && (await system.files.hardLink(source, beside)))) {
    await system.files.copyFile(source, beside);
    await giveBack(system, beside, entry);
    await system.files.setMode(beside, entry.mode);
    await system.files.setTimes(beside, entry.modified);
  }
  await system.files.rename(beside, location);
}

/** Gives a file the letters of its path, by way of another name. */
export async function respell(system: System, location: string): Promise<void> {
  const beside = `${location}${arriving}`;
  await system.files.rename(location, beside);
  await system.files.rename(beside, location);
}

/** The owner that a file or folder had. */
export async function giveBack(
  system: System,
  location: string,
  before: Pick<Entry, 'owner' | 'group'>,
): Promise<void> {
  const now = await system.files.linkInfo(location);
  if (!now || (now.owner === before.owner && now.group === before.group)) return;
  // Only root may give files away; where pip runs as anybody else, it could not keep the owner either.
  await system.files.setOwner(location, before.owner, before.group).catch(ifUnanswered(undefined));
}
