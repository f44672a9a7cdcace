import { defineConfig } from 'vitest/config';

/** What stops the clock or changes a part that others share: each of these files starts anew. */
const alone = [
  'test/unit/engine/machine/**',
  'test/unit/engine/mistakes/**',
  'test/unit/engine/logs/log-uploads.test.ts',
  'test/unit/engine/repair/environment-lock-races.test.ts',
];

/** Each kind of test can be run alone: `npx vitest --project 'unit*'`. */
export default defineConfig({
  test: {
    // Most of the time is spent waiting for real Pythons: one worker less than there are cores, as
    // is usual, would leave one of two cores idle.
    maxWorkers: '100%',
    // A busy machine is no failure; what has to be fast is measured by `npm run bench`.
    testTimeout: 120_000,
    // Nothing of the person's own machine may leak into a test.
    env: { PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null', NO_COLOR: '1' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ['test/unit/renderer/**', ...alone],
          // Reading the program anew for each of 300 files took as long as their tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-alone',
          include: alone.map((each) => each.replace(/\*\*$/, '**/*.test.{ts,tsx}')),
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['build/build-before-tests.mjs'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['build/build-before-tests.mjs'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
