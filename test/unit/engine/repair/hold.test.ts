import { chmod, lstat, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { entryAt } from '../../../../electron/engine/repair/entry.ts';
import { hold } from '../../../../electron/engine/repair/hold.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { entryOf, hashOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let folder: string;
let file: string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  folder = join(paper.folder, 'state', 'journal');
  file = await write(join(paper.sitePackages, 'A.py'), 'old');
});

async function present(...locations: string[]) {
  const all = locations.map(async (path) => {
    const entry = (await entryAt(paper.system, path)) ?? entryOf();
    return { path, entry };
  });
  return Promise.all(all);
}

it('gives a second name to what pip renames, and copies the rest', async () => {
  const other = await write(join(paper.root, 'bin', 'run'), 'script');
  await chmod(other, 0o755);
  const link = join(paper.root, 'bin', 'link');
  await symlink('run', link);
  const before = await present(file, link, other);
  const taken = await hold(paper.system, folder, before, new Set([file, link]));
  const [first, second, third] = before;
  expect(taken).toEqual([
    { ...first, held: 'link', sha256: null },
    { ...second, held: 'none', sha256: null },
    { ...third, held: 'copy', sha256: hashOf('script') },
  ]);
  expect((await readdir(join(folder, 'held'))).sort()).toEqual(['0', '2']);
  expect((await lstat(join(folder, 'held', '0'))).ino).toBe((await lstat(file)).ino);
  expect((await lstat(join(folder, 'held', '2'))).ino).not.toBe((await lstat(other)).ino);
  expect(await readFile(join(folder, 'held', '2'), 'utf8')).toBe('script');
});

it('copies where the file system has no second names', async () => {
  const files = { ...paper.system.files, hardLink: () => Promise.resolve(false) };
  const before = await present(file);
  const taken = await hold({ ...paper.system, files }, folder, before, new Set([file]));
  expect(taken).toEqual([{ ...before[0], held: 'copy', sha256: hashOf('old') }]);
});

it('knows what pip renames by its key', async () => {
  const windows = { ...paper.system, platform: 'win32' as const };
  const keys = new Set([file.toLowerCase()]);
  const [taken] = await hold(windows, folder, await present(file), keys);
  expect(taken?.held).toBe('link');
});

it('has all on the disk when it answers', async () => {
  const flushed: string[] = [];
  const flush = async (at: string): Promise<void> => {
    flushed.push(at);
  };
  const system = { ...paper.system, files: { ...paper.system.files, flush } };
  expect(await hold(system, folder, [], new Set())).toEqual([]);
  // Up to the name of the state folder itself: a journal in a lost folder is lost, too.
  expect(flushed.slice(0, 3)).toEqual([join(folder, 'held'), folder, join(folder, '..')]);
  expect(flushed).toHaveLength(6);
});

it('ends with `cancelled`', async () => {
  const abort = new AbortController();
  abort.abort();
  const held = hold(paper.system, folder, await present(file), new Set([file]), abort.signal);
  expect((await problemOf(held))?.code).toBe('cancelled');
  expect(await readdir(join(folder, 'held'))).toEqual([]);
});
