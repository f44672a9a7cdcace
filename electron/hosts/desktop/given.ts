import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { kindOfGiven } from '../../../shared/given-files.ts';
import { logChunkBytes } from '../../../shared/contract.ts';
import type { HostCommand } from '../../../shared/host-command.ts';
import { fail } from '../../../shared/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import { codeOf } from '../../engine/machine/read-file.ts';
import { problemToTell } from '../../engine/redaction/door.ts';

/**
 * The file or folder that the app was started with, as a whole path; null where none was named.
 * `isUnpackaged`: the first word is then the app itself.
 */
export function givenIn(
  words: readonly string[],
  { isUnpackaged, folder }: { isUnpackaged: boolean; folder: string },
): string | null {
  const named = words.slice(1).filter((each) => each !== '' && !each.startsWith('-'));
  const given = named[isUnpackaged ? 1 : 0];
  return given === undefined ? null : path.resolve(folder, given);
}

/** Makes what was given known to the engine, and says what the page has to do with it. */
export async function takeGiven(engine: Engine, given: string): Promise<HostCommand> {
  try {
    const name = path.basename(given);
    const isFolder = (await infoOf(given)).isDirectory();
    const kind = isFolder ? 'install' : kindOfGiven(name);
    if (kind === 'no-text') fail('not-a-text');
    if (kind === 'install') return { kind: 'folder', folderId: engine.registerFolder(given) };
    return { kind: 'log', logId: await handOver(engine, given, name), name };
  } catch (thrown) {
    return { kind: 'refused', problem: problemToTell(thrown) };
  }
}

async function infoOf(given: string) {
  try {
    return await stat(given);
  } catch (thrown) {
    if (codeOf(thrown) === null) throw thrown;
    fail('not-found', { params: { target: given }, detail: String(thrown) });
  }
}

/** In pieces, as the page hands over what is dropped on it: a log may be of any size. */
async function handOver(engine: Engine, file: string, name: string): Promise<string> {
  const { logId } = engine.openLog(name);
  const handle = await open(file, 'r');
  try {
    let offset = 0;
    for (;;) {
      const piece = Buffer.alloc(logChunkBytes);
      const { bytesRead } = await handle.read(piece, 0, piece.length, offset);
      if (bytesRead === 0) return logId;
      engine.addToLog(logId, offset, piece.subarray(0, bytesRead));
      offset += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
