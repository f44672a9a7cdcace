import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What is downloaded; everything else in the folder is how it came about. */
const published = /\.(tgz|tar\.gz|deb|AppImage|exe|dmg|zip|json)$/;

/**
 * Writes SHA256SUMS over what is in the folder, as `sha256sum --check` reads it.
 * @param {string} folder
 */
export async function writeChecksums(folder) {
  const names = readdirSync(folder)
    .filter((name) => published.test(name))
    .sort();
  const lines = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path.join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
  return names;
}
