import path from 'node:path';
import type { FolderEntry, System } from './system.ts';
import { ifUnanswered } from './unanswered.ts';

/** What is in a folder; nothing where it is not there or may not be read. */
export async function entriesOf(system: System, folder: string): Promise<FolderEntry[]> {
  return (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
}

/** The folders (and links, which may lead to folders) inside, by full path. */
export async function foldersIn(
  system: System,
  folder: string,
  name: RegExp = /(?:)/,
): Promise<string[]> {
  const entries = await entriesOf(system, folder);
  return entries
    .filter((entry) => entry.kind !== 'file' && name.test(entry.name))
    .map((entry) => path.join(folder, entry.name));
}

/** The same for several folders at once. */
export async function foldersInAll(
  system: System,
  folders: readonly string[],
  name?: RegExp,
): Promise<string[]> {
  const all = await Promise.all(folders.map((folder) => foldersIn(system, folder, name)));
  return all.flat();
}

/** Whether something is there. What may not be looked at is: only missing is missing. */
export async function isThere(system: System, location: string): Promise<boolean> {
  return (await system.files.linkInfo(location).catch(ifUnanswered(undefined))) !== null;
}

export async function textOf(system: System, file: string): Promise<string> {
  return (await system.files.readText(file).catch(ifUnanswered(null))) ?? '';
}
