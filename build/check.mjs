/** npm run check: types of every folder, lint, layers, format. Runs all, then says which failed. */
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';

const tool = (/** @type {string} */ file) => fromRoot('node_modules', file);
const tsc = tool('typescript/bin/tsc');

/** @type {[string, string[]][]} */
const checks = [
  ...['shared', 'electron', 'renderer', 'test', 'build'].map(
    (folder) => /** @type {[string, string[]]} */ ([`types of ${folder}`, [tsc, '-p', folder]]),
  ),
  ['lint', [tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.']],
  ['layers', [fromRoot('build/check-layers.mjs')]],
  ['format', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
];

/** @type {string[]} */
const failed = [];
for (const [name, parameters] of checks) {
  const started = Date.now();
  const code = await runNode(parameters);
  say(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (code !== 0) failed.push(name);
}
say(failed.length ? `check failed: ${failed.join(', ')}` : 'check passed');
process.exitCode = failed.length ? 1 : 0;
