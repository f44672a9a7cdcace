import path from 'node:path';
import { inBatches } from '../machine/in-batches.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { statePaths } from './state-paths.ts';

/** Milliseconds. The longest writing takes a minute; a computer that slept in it may go on. */
const oldAfter = 24 * 60 * 60 * 1000;
/** What node-files calls a file until it is whole. */
const part = /\.[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.part$/;

/** Whether a file is one that was being written beside `name`. */
export function isPartOf(name: string, file: string): boolean {
  return file.startsWith(`${name}.`) && part.test(file) && file.replace(part, '') === name;
}

/**
 * Removes what a write that was killed has left in the state folder: only files with the name of
 * such a part, a day old, in the folders that are written whole.
 */
export async function removeOldParts(system: System, folder: string, now: Date): Promise<void> {
  const paths = statePaths(folder);
  const below = async (above: string): Promise<string[]> =>
    ((await system.files.list(above).catch(ifUnanswered(null))) ?? [])
      .filter(({ kind }) => kind === 'folder')
      .map(({ name }) => path.join(above, name));
  const environments = await below(paths.allSnapshots);
  const snapshots = (await inBatches(environments, below)).flat();
  const workflows = await below(path.dirname(paths.workflows('any')));
  await inBatches([folder, paths.history, ...snapshots, ...workflows], async (each) => {
    for (const { name, kind } of (await system.files.list(each).catch(ifUnanswered(null))) ?? []) {
      if (kind !== 'file' || !part.test(name)) continue;
      const file = path.join(each, name);
      const info = await system.files.linkInfo(file).catch(ifUnanswered(null));
      const age = info ? now.getTime() - Number(BigInt(info.modified) / 1_000_000n) : 0;
      if (age > oldAfter) await system.files.remove(file).catch(ifUnanswered(undefined));
    }
  });
}
