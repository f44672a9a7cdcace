import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Room } from './repair-room.ts';

/** The folder of the newest journal of a room. */
export async function newestJournal(room: Room): Promise<string> {
  const snapshots = join(room.test.stateFolder, 'snapshots', room.environmentId);
  const found = await Promise.all(
    (await readdir(snapshots)).map(async (name) => {
      const folder = join(snapshots, name);
      return { folder, sequence: Number((await readHead(folder))['sequence']) };
    }),
  );
  found.sort((a, b) => a.sequence - b.sequence);
  return found.at(-1)?.folder ?? '';
}

export async function readHead(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >;
}

/** As a kill between install and verification leaves it: the journal was not ended. */
export async function pretendPending(room: Room): Promise<void> {
  const folder = await newestJournal(room);
  const head = await readHead(folder);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...head, state: 'pending' }));
}
