import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFolders, makeFoldersNow } from '../../../../electron/engine/machine/make-folders.ts';
import { userDataFolder } from '../../../../electron/hosts/desktop/user-data.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

let top: string;
beforeEach(async () => {
  top = await makeTemporaryFolder('folders');
});

describe.each([
  ['in their time', makeFolders],
  ['at once', async (folder: string, mode: number) => makeFoldersNow(folder, mode)],
])('folders made %s', (_name, make) => {
  it('are there with all above them, and may be asked for again', async () => {
    const deep = path.join(top, 'a', 'b', 'c');
    await make(deep, 0o700);
    await make(deep, 0o700);
    await Promise.all([make(path.join(top, 'd', 'e'), 0o700), make(path.join(top, 'd'), 0o700)]);
    expect((await stat(deep)).isDirectory()).toBe(true);
    if (process.platform !== 'win32')
      expect((await stat(path.join(top, 'a'))).mode & 0o777).toBe(0o700);
  });

  it('are refused below a file, and in its place', async () => {
    await writeFile(path.join(top, 'file'), '');
    await expect(make(path.join(top, 'file', 'a'), 0o700)).rejects.toThrow(/ENOTDIR|ENOENT/);
    await expect(make(path.join(top, 'file'), 0o700)).rejects.toThrow('EEXIST');
  });

  // Node's own way asks without an end here.
  it.runIf(process.platform === 'linux')('are refused where the system makes none', async () => {
    await expect(make('/proc/attention-doctor/a', 0o700)).rejects.toThrow('ENOENT');
  });

  it('may have paths of 400 characters', async () => {
    const long = path.join(top, ...Array.from({ length: 10 }, () => 'x'.repeat(40)));
    await make(long, 0o700);
    expect((await stat(long)).isDirectory()).toBe(true);
  });
});

it('the window has a folder of its own, also where our own cannot be made', async () => {
  expect(userDataFolder(top)).toBe(path.join(top, 'desktop'));
  await mkdir(path.join(top, 'other'));
  await writeFile(path.join(top, 'other', 'desktop'), '');
  const instead = userDataFolder(path.join(top, 'other'));
  expect(instead).toContain('attention-doctor-desktop-');
  expect((await stat(instead)).isDirectory()).toBe(true);
});
