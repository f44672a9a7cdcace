/** npm run check: types, lint, layers, what nothing uses or cites, format. Runs all, then says which failed. */
import { spawn } from 'node:child_process';
import { fromRoot, root } from './paths.mjs';
import { say } from './say.mjs';

/** @typedef {{ name: string, parameters: string[] }} Check */

const tool = (/** @type {string} */ file) => fromRoot('node_modules', file);

const cache = (/** @type {string} */ name) => fromRoot('node_modules/.cache', name);
const eslint = [tool('eslint/bin/eslint.js'), '--max-warnings', '0'];
/** Only where no rule asks for types: what changed in one file may make another one wrong. */
const remembering = ['--cache', '--cache-strategy', 'content', '--cache-location', cache('eslint')];

/** @param {string[]} folders */
const folders = (...folders) => ({
  name: `${folders.join(', ')}`,
  parameters: [fromRoot('build/check-folders.mjs'), ...folders],
});

/** @type {Check[]} The slowest first, so that both cores are busy to the end. */
const checks = [
  folders('electron'),
  folders('shared', 'renderer', 'test', 'build'),
  {
    name: 'lint of the rest',
    parameters: [
      ...[...eslint, ...remembering, '.'],
      ...['shared', 'electron', 'renderer'].flatMap((each) => ['--ignore-pattern', `${each}/`]),
    ],
  },
  {
    name: 'format',
    parameters: [
      ...[tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', cache('format.json')],
    ],
  },
  {
    name: 'what nothing uses',
    parameters: [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'],
  },
  { name: 'layers', parameters: [fromRoot('build/check-layers.mjs')] },
  { name: 'citations', parameters: [fromRoot('build/check-citations.mjs')] },
  { name: 'pictures', parameters: [fromRoot('build/pictures.mjs'), '--check'] },
  { name: 'guide', parameters: [fromRoot('build/docs.mjs'), '--check'] },
  { name: 'day of the tables', parameters: [fromRoot('build/knowledge.mjs'), 'date', '--check'] },
  { name: 'schemas', parameters: [fromRoot('build/json-schemas.mjs'), '--check'] },
  { name: 'signature ids', parameters: [fromRoot('build/signature-ids.mjs'), '--check'] },
];

/** @type {string[]} */
const failed = [];

/**
 * Runs one check and prints what it said in one piece.
 * @param {Check} check
 * @returns {Promise<void>}
 */
function run({ name, parameters }) {
  return new Promise((resolve) => {
    const started = Date.now();
    let said = '';
    const child = spawn(process.execPath, parameters, { cwd: root });
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      if (code !== 0) failed.push(name);
      if (said.trim()) say(said.trimEnd());
      say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve();
    });
  });
}

/** Takes the next check until none is left. */
async function work() {
  for (let check = checks.shift(); check; check = checks.shift()) await run(check);
}

await Promise.all([work(), work()]);
say(failed.length ? `check failed: ${failed.join(', ')}` : 'check passed');
process.exitCode = failed.length ? 1 : 0;
