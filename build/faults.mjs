/** npm run faults: the fault tests at every point instead of some; takes an hour or two. */
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';

const vitest = [fromRoot('node_modules/vitest/vitest.mjs'), 'run', '--project', 'faults'];
process.exitCode = await runNode([...vitest, ...process.argv.slice(2)], {
  env: { ...process.env, FAULTS: 'long' },
});
