import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { zipSync } from 'fflate';
import { fromRoot } from './paths.mjs';

const folder = fromRoot('out/pip');
const packed = fromRoot('out/pips.br');

/**
 * Packs the pips of out/pip into out/pips.br, which packages carry. Their versions have most files alike,
 * and a window over all of them stores those once: a zip without compression inside of one stream.
 * The same bytes every time: names sorted, one date.
 */
export function packPips() {
  if (existsSync(packed) && statSync(packed).mtimeMs > newestOf(folder)) return;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.pyc'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  /** @type {import('fflate').Zippable} */
  const contents = {};
  for (const name of names)
    contents[name.split(path.sep).join('/')] = readFileSync(path.join(folder, name));
  const zip = zipSync(contents, { level: 0, mtime: new Date(1980, 0, 2) });
  writeFileSync(
    packed,
    brotliCompressSync(zip, {
      params: {
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: zip.length,
      },
    }),
  );
}

/** @param {string} place the newest start script tells when the folders were made */
function newestOf(place) {
  return Math.max(
    ...readdirSync(place).map((name) => statSync(path.join(place, name, 'start/pip')).mtimeMs),
  );
}
