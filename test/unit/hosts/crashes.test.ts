import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { takeLastCrash } from '../../../electron/engine/state/last-crash.ts';
import { createNodeSystem } from '../../../electron/engine/machine/node-system.ts';
import { noteCrash } from '../../../electron/hosts/note-crash.ts';
import { makeTemporaryFolder } from '../../support/temporary-folders.ts';

const crash = { at: '2026-11-30T12:00:00.000Z', where: 'page' } as const;
let state: string;
let note: string;
beforeEach(async () => {
  state = path.join(await makeTemporaryFolder('crash'), 'state');
  note = path.join(state, 'crash.json');
});

it('a crash stands in the log with its stack, and is told at the next start alone', async () => {
  const system = createNodeSystem(state);
  noteCrash(state, crash, new TypeError('it broke: password=hunter2hunter2'));
  const log = await readFile(path.join(state, 'logs', 'attention-doctor.log'), 'utf8');
  expect(log).toMatch(/^2026-11-30T12:00:00.000Z crashed \{.*TypeError: it broke.*crashes\.test/);
  expect(log).not.toContain('hunter2');
  if (process.platform !== 'win32') expect((await stat(note)).mode & 0o777).toBe(0o600);
  expect(await takeLastCrash(system, note)).toEqual(crash);
  expect(await takeLastCrash(system, note)).toBeNull();
});

it.each(['', '{', '[]', '{"at":7}', '\u0000'])('a damaged note, %j, is none', async (text) => {
  await mkdir(state);
  await writeFile(note, text);
  expect(await takeLastCrash(createNodeSystem(state), note)).toBeNull();
  expect(await readdir(state)).toEqual([]);
});

it('a stack without an end is cut', async () => {
  noteCrash(state, crash, new Error('x'.repeat(1_000_000)));
  expect((await stat(path.join(state, 'logs', 'attention-doctor.log'))).size).toBeLessThan(30_000);
});

it('where nothing can be written the crash is lost, and nothing else', async () => {
  await writeFile(state, 'a file where the folder should be');
  expect(() => noteCrash(state, crash, new Error('x'))).not.toThrow();
  const locked = await makeTemporaryFolder('locked');
  await chmod(locked, 0o500);
  expect(() => noteCrash(path.join(locked, 'state'), crash, 'no error at all')).not.toThrow();
  await chmod(locked, 0o700);
});
