import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../../../build/paths.mjs';

/** The oldest that its makers mend when this was last looked at (electronjs.org/docs/latest/tutorial/electron-timelines, 30 November 2026). */
const oldestMended = 43;

test('the Electron that is packed is one that its makers mend, and the one that was tested', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(fromRoot(file), 'utf8'));
  const { devDependencies } = read('package.json') as { devDependencies: Record<string, string> };
  const { packages } = read('package-lock.json') as {
    packages: Record<string, { version: string; integrity?: string }>;
  };
  const locked = packages['node_modules/electron'];
  const wanted = devDependencies['electron']?.replace(/^\^/, '') ?? '';
  expect(Number.parseInt(wanted, 10)).toBeGreaterThanOrEqual(oldestMended);
  expect(locked?.version.split('.')[0]).toBe(wanted.split('.')[0]);
  expect(locked?.integrity).toMatch(/^sha512-/);
});
