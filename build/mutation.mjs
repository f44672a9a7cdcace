/**
 * npm run mutation [-- ROOM] [options of Stryker]: see stryker.config.mjs. Without a room all of
 * them.
 */
import { allRooms } from './mutated-rooms.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';

const words = process.argv.slice(2);
const room = allRooms.find((each) => each === words[0]);
const stryker = fromRoot('node_modules/@stryker-mutator/core/bin/stryker.js');
process.exitCode = await runNode([stryker, 'run', ...(room ? words.slice(1) : words)], {
  env: { ...process.env, MUTATION_ROOM: room ?? '' },
});
