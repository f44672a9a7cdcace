/**
 * npm run mutation: changes the repair room in a thousand small ways, and shows which of them no
 * test notices. Not part of `npm test`: the first run takes an hour.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mjs' },
  mutate: ['electron/engine/repair/*.ts', 'electron/engine/pip/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  tempDirName: 'out/mutation/sandbox',
  // Nothing of these is needed to run the tests, and all of it would be copied.
  ignorePatterns: ['/out', '/dist', '/renderer', '/test/e2e', '/build/screenshots'],
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  clearTextReporter: { logTests: false, allowColor: false },
  timeoutMS: 5_000,
  thresholds: { high: 90, low: 80, break: 90 },
};
