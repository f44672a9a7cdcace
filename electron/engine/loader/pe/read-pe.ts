import type { Bytes } from '../library/bytes.ts';
import type { PeLibrary } from '../library/library.ts';
import { exportsOf } from './exports.ts';
import { readPeImage } from './image.ts';
import { delayedImportsOf, importsOf } from './imports.ts';

/** What a Windows file for 64 bits (.dll, .pyd) needs and gives. Throws DamagedFile. */
export async function readPe(bytes: Bytes): Promise<PeLibrary> {
  const image = await readPeImage(bytes);
  return {
    format: 'pe',
    machine: image.machine,
    imports: await importsOf(image),
    delayed: await delayedImportsOf(image),
    ...(await exportsOf(image)),
  };
}
