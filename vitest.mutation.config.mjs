import { defineConfig } from 'vitest/config';
import { allRooms } from './build/mutated-rooms.mjs';

const room = process.env.MUTATION_ROOM;

/** The fast tests of the mutated rooms alone: each mutant runs them many times. */
export default defineConfig({
  test: {
    include: (room ? [room] : allRooms).map((each) => `test/unit/engine/${each}/**/*.test.ts`),
    setupFiles: ['test/support/sweep-after-tests.ts'],
    testTimeout: 20_000,
    // The first hook of a process sweeps what an interrupted run has left.
    hookTimeout: 120_000,
    env: { PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null', NO_COLOR: '1' },
  },
});
