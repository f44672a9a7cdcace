import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { fromRoot, root } from '../paths.mjs';
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
  const { readPe, bytesOf } = await bundledReaders();
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

async function bundledReaders() {
  const output = fromRoot('out/knowledge/readers.mjs');
  mkdirSync(fromRoot('out/knowledge'), { recursive: true });
  await build({
    stdin: { contents: readers, resolveDir: root, loader: 'ts' },
    outfile: output,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(output).href);
}
