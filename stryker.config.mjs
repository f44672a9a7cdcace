import { allRooms } from './build/mutated-rooms.mjs';

/** One room, or all of them. */
const room = process.env.MUTATION_ROOM;

/**
 * npm run mutation: changes the rooms that decide what is "fixed" in a thousand small ways, and
 * shows which of them no test notices. Not part of `npm test`: the first run takes hours.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mjs' },
  mutate: (room ? [room] : allRooms).map((each) => `electron/engine/${each}/*.ts`),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  // Each with a memory and a score of its own.
  incrementalFile: `out/mutation/${room || 'all'}.incremental.json`,
  tempDirName: 'out/mutation/sandbox',
  // Nothing of these is needed to run the tests, and all of it would be copied.
  ignorePatterns: ['/out', '/dist', '/renderer', '/test/e2e', '/build/screenshots'],
  // Hours without a word would tell nobody how far it is.
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  htmlReporter: { fileName: `out/mutation/${room || 'all'}.html` },
  jsonReporter: { fileName: `out/mutation/${room || 'all'}.json` },
  clearTextReporter: { logTests: false, allowColor: false },
  timeoutMS: 5_000,
  thresholds: { high: 90, low: 80, break: 90 },
};
