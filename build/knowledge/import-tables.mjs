import { importBundled } from '../import-bundled.mjs';
import { binariesOf } from './remote-wheel.mjs';

const readers = `
export { readPe } from './electron/engine/loader/pe/read-pe.ts';
export { bytesOf } from './electron/engine/loader/library/bytes.ts';`;

/**
 * The libraries that the compiled files of a Windows wheel import, by the app's own reader.
 * @param {{ url: string, size: number }} wheel @param {RegExp} files
 * @returns {Promise<{ file: string, libraries: string[] }[]>}
 */
export async function windowsImports(wheel, files) {
  const { readPe, bytesOf } = await importBundled(readers, 'out/knowledge/readers.mjs');
  const found = [];
  for (const { name, bytes } of await binariesOf(wheel, files)) {
    const file = {
      bytes: bytes.length,
      read: async (/** @type {number} */ from, /** @type {number} */ length) =>
        bytes.subarray(from, from + length),
      close: async () => undefined,
    };
    /** @type {{ imports: { library: string }[] }} */
    const { imports } = await readPe(bytesOf(file));
    found.push({ file: name, libraries: imports.map(({ library }) => library) });
  }
  return found;
}
