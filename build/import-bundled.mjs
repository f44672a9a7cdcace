import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { fromRoot, root } from './paths.mjs';

/**
 * Imports parts of the app into a program of the build: bundled, since Node 20 reads no TypeScript.
 * @param {string} contents the exports that are wanted, as a module at the top of the checkout would have them
 * @param {string} outfile below the top of the checkout
 */
export async function importBundled(contents, outfile) {
  const file = fromRoot(outfile);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  // Asked anew each time: what was bundled before may be older.
  return import(`${pathToFileURL(file).href}?${Date.now()}`);
}
