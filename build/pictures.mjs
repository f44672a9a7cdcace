/**
 * npm run pictures: takes the pictures of the README anew, with a browser. --check tells without one whether
 * the screens changed since: beside the pictures stands what they were taken of.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';
import { filesNamed } from './source-files.mjs';

const folder = fromRoot('build/screenshots');
const note = `${folder}/taken-of.json`;
const most = { pictures: 6, bytes: 150_000 };

const pictures = () => readdirSync(folder).filter((name) => name.endsWith('.png'));

/** What draws the screens; their words change more often than what is seen. */
function drawnBy() {
  const hash = createHash('sha256');
  for (const { file, text } of filesNamed(/^renderer\/.*\.(?:tsx|css)$/).sort((a, b) =>
    a.file < b.file ? -1 : 1,
  ))
    hash.update(`${file}\n${text}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** @returns {string[]} */
function faults() {
  /** @type {{ drawnBy: string }} */
  const taken = JSON.parse(readFileSync(note, 'utf8'));
  const large = pictures().filter((name) => statSync(`${folder}/${name}`).size > most.bytes);
  return [
    ...(taken.drawnBy === drawnBy()
      ? []
      : ['the screens changed since their pictures were taken: npm run pictures']),
    ...large.map((name) => `${name} is larger than ${most.bytes} bytes`),
    ...(pictures().length > most.pictures ? [`more than ${most.pictures} pictures`] : []),
  ];
}

if (process.argv.includes('--check')) {
  for (const fault of faults()) say(fault);
  if (faults().length > 0) process.exitCode = 1;
} else {
  await ensureBuilt(['renderer', 'cli']);
  const code = await runNode([
    fromRoot('node_modules/@playwright/test/cli.js'),
    'test',
    '--project=pictures',
  ]);
  if (code === 0) writeFileSync(note, `${JSON.stringify({ drawnBy: drawnBy() }, null, 2)}\n`);
  process.exitCode = code;
}
