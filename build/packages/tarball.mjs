import path from 'node:path';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { runProgram } from '../run-program.mjs';
import { sourceDate } from './product.mjs';

/**
 * Packs a folder as FOLDER-NAME.tar.gz with GNU tar: sorted, owned by nobody in particular, of one date.
 * @param {string} folder
 * @param {string} name of the folder inside
 * @param {string} output
 */
export async function makeTarball(folder, name, output) {
  const plain = `${output}.tar`;
  const code = await runProgram('tar', [
    ...['--create', '--file', plain, '--format=gnu', '--sort=name', `--mtime=@${sourceDate()}`],
    ...['--owner=0', '--group=0', '--numeric-owner', '--mode=u+rwX,go+rX,go-w'],
    ...['--directory', path.dirname(folder)],
    `--transform=s,^${path.basename(folder)},${name},`,
    path.basename(folder),
  ]);
  if (code !== 0) throw new Error(`tar could not make ${output} (exit code ${code})`);
  await pipeline(createReadStream(plain), createGzip({ level: 9 }), createWriteStream(output));
  rmSync(plain);
  return output;
}
