import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { System } from '../machine/system.ts';

/** What a package carries instead of the folders of a build: all pips in one file, an eighth as large. */
const packedPips = 'pips.br';

type Machine = Pick<System, 'files' | 'broughtFolder' | 'compiledFolder'>;

/** Bytes, unpacked; half of it is there today. */
const most = 32 * 1024 * 1024;
/** Files that are written at once. */
const together = 16;
const decompress = promisify(brotliDecompress);

/**
 * The folder of one pip, unpacked from the package into a folder of ours when it is first needed; null
 * where none is packed. Throws what writing there throws: a full disk, a folder that may not be written.
 */
export async function unpackedPip(system: Machine, version: string): Promise<string | null> {
  const { files, broughtFolder, compiledFolder } = system;
  if (broughtFolder === undefined || compiledFolder === undefined) return null;
  const packed = await files.readBytes(path.join(broughtFolder, packedPips));
  if (!packed) return null;
  // A later package has another one: what an older one left is never taken for it.
  const digest = createHash('sha256').update(packed).digest('hex').slice(0, 12);
  const folder = path.join(compiledFolder, 'pip', `${version}-${digest}`);
  const isThere = async (): Promise<boolean> =>
    (await files.info(path.join(folder, 'start', 'pip')))?.kind === 'file';
  if (await isThere()) return folder;
  const beside = `${folder}.${randomUUID()}.new`;
  await writeAll(system, beside, await contentsOf(packed, version));
  try {
    await files.rename(beside, folder);
  } catch (thrown) {
    // Another of us was faster.
    if (!(await isThere())) throw thrown;
    await files.remove(beside);
  }
  return folder;
}

async function contentsOf(packed: Uint8Array, version: string): Promise<[string, Uint8Array][]> {
  const zip = await decompress(packed, { maxOutputLength: most });
  const prefix = `${version}/`;
  const entries = unzipSync(zip, { filter: ({ name }) => name.startsWith(prefix) });
  return Object.entries(entries).map(([name, bytes]) => [name.slice(prefix.length), bytes]);
}

async function writeAll(
  { files }: Machine,
  folder: string,
  contents: readonly [string, Uint8Array][],
): Promise<void> {
  for (let at = 0; at < contents.length; at += together)
    await Promise.all(
      contents
        .slice(at, at + together)
        .map(([name, bytes]) => files.writeBytes(path.join(folder, name), bytes)),
    );
}
