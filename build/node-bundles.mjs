import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { fromRoot, root } from './paths.mjs';

/**
 * Electron 25, which the tests run in, carries Node 18. CommonJS, because a sandboxed preload
 * cannot be anything else and one format for all is simpler to explain.
 * @type {import('esbuild').BuildOptions}
 */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
  write: false,
  external: ['electron'],
};

/**
 * Bundles one entry into one file. Written beside and renamed: a program that starts while
 * another one builds never reads half a bundle.
 * @param {string} entry
 * @param {string} output
 */
export async function bundle(entry, output) {
  const result = await build({ ...common, entryPoints: [entry], outfile: output });
  for (const file of result.outputFiles ?? []) await writeWhole(file.path, file.contents);
}

/** What the program brings along for others to read lies beside it, as it is. */
async function copyBrought() {
  for (const name of await readdir(fromRoot('assets/pip')))
    await writeWhole(fromRoot('out/pip', name), await readFile(fromRoot('assets/pip', name)));
}

export async function bundleDesktop() {
  await copyBrought();
  await bundle('electron/hosts/desktop/preload.ts', 'out/desktop/preload.cjs');
  await bundle('electron/hosts/desktop/main.ts', 'out/desktop/main.cjs');
}

export async function bundleCli() {
  await copyBrought();
  // The checkout's own package.json says "module", and out/cli.js is CommonJS.
  await writeWhole(fromRoot('out/package.json'), '{ "type": "commonjs" }\n');
  await bundle('electron/hosts/cli/main.ts', 'out/cli.js');
}

/**
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
async function writeWhole(file, contents) {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  await writeFile(beside, contents);
  await rename(beside, file);
}
