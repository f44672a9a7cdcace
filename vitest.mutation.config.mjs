import { defineConfig } from 'vitest/config';

/** The fast tests of the repair room alone: each mutant runs them many times. */
export default defineConfig({
  test: {
    include: [
      'test/unit/engine/repair/**/*.test.ts',
      'test/unit/engine/require-not-running.test.ts',
    ],
    setupFiles: ['test/support/sweep-after-tests.ts'],
    testTimeout: 20_000,
    // The first hook of a process sweeps what an interrupted run has left.
    hookTimeout: 120_000,
    env: { PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null', NO_COLOR: '1' },
  },
});
