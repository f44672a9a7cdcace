import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
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
  // V8 keeps the text of a program as long as it runs, in twice the room where one letter is no ASCII.
  charset: 'ascii',
  minifyWhitespace: true,
  lineLimit: 160,
  logLevel: 'silent',
  write: false,
  external: ['electron'],
  // Its other form asks for its parts by names that no bundler can follow.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};

/**
 * Bundles one entry into one file. Written beside and renamed: a program that starts while
 * another one builds never reads half a bundle.
 * @param {string} entry
 * @param {string} output
 * @param {string} [banner] its first line
 */
export async function bundle(entry, output, banner = '') {
  const named = { entryPoints: [entry], outfile: output, banner: { js: banner } };
  const result = await build({ ...common, ...named });
  for (const file of result.outputFiles ?? [])
    await writeWhole(file.path, /\.c?js$/.test(file.path) ? onlyAscii(file.text) : file.contents);
}

/**
 * What esbuild leaves as it is in expressions and templates. No text that is tagged has other letters.
 * @param {string} text
 */
function onlyAscii(text) {
  return text.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Unpacks the pips that the program brings along, beside it: Python keeps what it compiles of
 * files, but not of what lies in a wheel. Only a wheel that is the one of the table.
 */
async function unpackPips() {
  const { rows } = JSON.parse(
    await readFile(fromRoot('electron/engine/pip/own-pips.json'), 'utf8'),
  );
  for (const { version, file, sha256 } of rows) {
    const wheel = await readFile(fromRoot('assets/pip', file));
    if (createHash('sha256').update(wheel).digest('hex') !== sha256)
      throw new Error(`${file} is not the file of the table`);
    const folder = fromRoot('out/pip', version);
    const start = await readFile(fromRoot('assets/pip/start.py'));
    if (existsSync(path.join(folder, 'pip', '__main__.py'))) {
      await writeWhole(path.join(folder, 'start', 'pip'), start);
      continue;
    }
    const beside = `${folder}.${process.pid}.new`;
    for (const [name, content] of Object.entries(unzipSync(wheel))) {
      if (!name.startsWith('pip/') || name.endsWith('/')) continue;
      await writeWhole(path.join(beside, name), content);
    }
    await writeWhole(path.join(beside, 'start', 'pip'), start);
    await rename(beside, folder).catch(async (error) => {
      // Another build was faster.
      if (!existsSync(folder)) throw error;
      await rm(beside, { recursive: true });
    });
  }
}

export async function bundleDesktop() {
  await unpackPips();
  await bundle('electron/hosts/desktop/preload.ts', 'out/desktop/preload.cjs');
  await bundle('electron/hosts/desktop/main.ts', 'out/desktop/main.cjs');
}

export async function bundleCli() {
  await unpackPips();
  // The checkout's own package.json says "module", and out/cli.js is CommonJS.
  await writeWhole(fromRoot('out/package.json'), '{ "type": "commonjs" }\n');
  // npm starts it as a program of its own.
  await bundle('electron/hosts/cli/main.ts', 'out/cli.js', '#!/usr/bin/env node');
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
