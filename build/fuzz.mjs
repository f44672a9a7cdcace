/**
 * npm run fuzz -- messages | parsers: a hundred thousand messages to the hosts, or a million texts and
 * files to what reads them. Takes minutes; the tests run a short form of both.
 */
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';

/** @type {Readonly<Record<string, readonly string[]>>} */
const parts = {
  messages: ['--project', 'contract', 'test/contract/fuzz-'],
  parsers: ['--project', 'unit', 'test/unit/engine/fuzz/'],
};

const [part = '', ...more] = process.argv.slice(2);
const words = parts[part];
if (words) {
  const vitest = [fromRoot('node_modules/vitest/vitest.mjs'), 'run', '--testTimeout', '7200000'];
  process.exitCode = await runNode([...vitest, ...words, ...more], {
    env: { ...process.env, FUZZ: 'long' },
  });
} else {
  say(`npm run fuzz -- ${Object.keys(parts).join(' | ')}`);
  process.exitCode = 2;
}
