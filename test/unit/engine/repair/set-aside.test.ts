import { mkdir, rename, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { findSetAside } from '../../../../electron/engine/repair/set-aside.ts';
import type { Journal } from '../../../../electron/engine/repair/journal.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { journalOf, takenFrom } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let at: (name: string) => string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  at = (name) => join(paper.sitePackages, name);
});

async function taking(...names: string[]): Promise<Journal> {
  const taken = [];
  for (const name of names) {
    await write(at(name), name);
    taken.push(await takenFrom(paper.system, at(name)));
  }
  const listings = [{ path: paper.sitePackages, names: ['a', '~old'] }];
  return journalOf(paper.folder, { taken, listings });
}

it('finds whole folders and single files that pip renamed', async () => {
  const journal = await taking('a/x.py', 'a/deep/y.py', 'single.py');
  await rename(at('a'), at('~a'));
  await mkdir(at('~~s'));
  await rename(at('single.py'), at('~~s/single.py'));
  expect(await findSetAside(paper.system, journal)).toEqual({
    of: new Map([
      [0, at('~a/x.py')],
      [1, at('~a/deep/y.py')],
      [2, at('~~s/single.py')],
    ]),
    roots: [at('~a'), at('~~s')],
  });
});

it('leaves what was there before, what is not pip’s, and what holds anything else', async () => {
  const journal = await taking('a/x.py', 'b/y.py', 'c/z.py', 'd/w.py');
  await rename(at('a'), at('~old'));
  await rename(at('b'), at('b~'));
  await rename(at('c'), at('~c'));
  await write(at('~c/mine.txt'), 'mine');
  await rename(at('d/w.py'), at('d/v.py'));
  await rename(at('d'), at('~d'));
  expect(await findSetAside(paper.system, journal)).toEqual({ of: new Map(), roots: [] });
});

it('knows a file by its name, its size and its time', async () => {
  await write(at('a/x.py'), 'a/x.py');
  await utimes(at('a/x.py'), 1, 1);
  const taken = [await takenFrom(paper.system, at('a/x.py'))];
  const listings = [{ path: paper.sitePackages, names: [] }];
  const journal = journalOf(paper.folder, { taken, listings });
  const found = async (content: string, time: number): Promise<string[]> => {
    await write(at('~a/x.py'), content);
    await utimes(at('~a/x.py'), time, time);
    return (await findSetAside(paper.system, journal)).roots;
  };
  expect(await found('a/x.py', 2)).toEqual([]);
  expect(await found('a/x.pyc', 1)).toEqual([]);
  expect(await found('a/y.py', 1)).toEqual([at('~a')]);
  await rename(at('~a/x.py'), at('~a/y.py'));
  expect((await findSetAside(paper.system, journal)).roots).toEqual([]);
});

it('takes an empty folder, and a file at the top', async () => {
  const journal = await taking('x.py');
  await mkdir(at('~empty/deep'), { recursive: true });
  await symlink('nowhere', at('~link'));
  expect((await findSetAside(paper.system, journal)).roots).toEqual([at('~empty')]);
});

it('finds nothing where the folder of packages is gone, or was not noted', async () => {
  const journal = journalOf(paper.folder, { listings: [{ path: at('gone'), names: [] }] });
  expect(await findSetAside(paper.system, journal)).toEqual({ of: new Map(), roots: [] });
});

it('survives what goes while it is looked at', async () => {
  await mkdir(at('~a'));
  const linkInfo = () => Promise.resolve(null);
  const system = { ...paper.system, files: { ...paper.system.files, linkInfo } };
  expect((await findSetAside(system, await taking('x.py'))).roots).toEqual([at('~a')]);
});
