import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures/wizard-test.ts';

/**
 * The same specs in two hosts: test/e2e/wizard runs in the browser and in an Electron window.
 * What only one host has lies in a folder of its name. build/test.mjs decides which projects can
 * run here and says what is missing.
 */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Each test starts a host and real Pythons; two cores carry two of them.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // In CI a second try tells a busy machine from a fault; build/test.mjs names whatever needed it.
  retries: process.env['CI'] ? 1 : 0,
  projects: [
    {
      name: 'browser',
      testMatch: ['wizard/**/*.spec.ts', 'browser/**/*.spec.ts'],
      use: { host: 'browser' },
    },
    {
      name: 'desktop',
      testMatch: ['wizard/**/*.spec.ts', 'desktop/**/*.spec.ts'],
      use: { host: 'desktop' },
    },
    // No test: `npm run pictures`.
    { name: 'pictures', testMatch: ['pictures/**/*.spec.ts'], use: { host: 'browser' } },
    { name: 'packaged', testMatch: ['packaged/**/*.spec.ts'] },
  ],
});
