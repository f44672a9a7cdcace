import { chmod, lstat, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Files, System } from '../../../../electron/engine/machine/system.ts';
import { entryAt } from '../../../../electron/engine/repair/entry.ts';
import { heldAt, type Territory } from '../../../../electron/engine/repair/journal.ts';
import { putBack } from '../../../../electron/engine/repair/put-back.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { deciding, journalTaking } from '../../../support/paper-journal.ts';
import { broughtOf, journalOf, placeOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let system: System;
let at: (name: string) => string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  system = paper.system;
  at = (name) => join(paper.sitePackages, name);
});

const taking = (names: string[], more?: Partial<Territory>) => journalTaking(paper, names, more);
const taken = (name: string, number: number) =>
  placeOf(at(name), { taken: number, standing: 'ours' });
const come = (...names: string[]) => names.map((name) => placeOf(at(name), { standing: 'ours' }));

describe('what was there before', () => {
  it('comes back, with the folders above it and their modes', async () => {
    await mkdir(at('a/deep'), { recursive: true });
    await chmod(at('a/deep'), 0o750);
    const journal = await taking(['a/x.py', 'a/deep/y.py', 'z.py']);
    await rm(at('a'), { recursive: true });
    await rm(at('z.py'));
    await write(at('z.py'), 'new');
    const places = [taken('a/x.py', 0), taken('a/deep/y.py', 1), taken('z.py', 2)];
    await putBack(system, journal, deciding({ putBack: places }), paper.root);
    for (const name of ['a/x.py', 'a/deep/y.py', 'z.py'])
      expect(await readFile(at(name), 'utf8')).toBe(`old ${name}`);
    expect((await lstat(at('a/deep'))).mode & 0o7777).toBe(0o750);
  });

  it('makes no folder that nothing comes back into, and leaves one that stayed alone', async () => {
    const journal = await taking(['a/x.py', 'b/y.py']);
    await rm(at('a'), { recursive: true });
    await chmod(at('b'), 0o700);
    await putBack(system, journal, deciding({ putBack: [taken('b/y.py', 1)] }), paper.root);
    expect(await readdir(paper.sitePackages)).toEqual(['b']);
    expect((await lstat(at('b'))).mode & 0o7777).toBe(0o700);
  });

  it.runIf(process.getuid?.() === 0)('gives folders their owners back', async () => {
    const journal = await taking(['a/x.py']);
    const noted = journal.territory.folders.find((each) => each.path === at('a'));
    if (noted) noted.entry = { ...noted.entry, owner: 4711, group: 4712 };
    await rename(at('a'), at('~a'));
    await putBack(system, journal, deciding({ putBack: [taken('a/x.py', 0)] }), paper.root);
    expect(await lstat(at('a'))).toMatchObject({ uid: 4711, gid: 4712 });
  });

  it('is whole before any of it is touched', async () => {
    const journal = await taking(['x.py', 'y.py']);
    await rm(at('x.py'));
    await write(at('x.py'), 'new');
    await rm(heldAt(journal, 1));
    const places = [taken('x.py', 0), taken('y.py', 1)];
    const acted = putBack(system, journal, deciding({ putBack: places }), paper.root);
    expect((await problemOf(acted))?.code).toBe('snapshot-damaged');
    expect(await readFile(at('x.py'), 'utf8')).toBe('new');
  });

  it('needs room first', async () => {
    const journal = await taking(['x.py']);
    await rm(at('x.py'));
    const info: Files['info'] = async (where) => {
      const found = await paper.system.files.info(where);
      return found && { ...found, device: where === paper.root ? '1' : '2' };
    };
    const files = { ...system.files, info, freeBytes: () => Promise.resolve(0) };
    const places = deciding({ putBack: [taken('x.py', 0)] });
    const acted = putBack({ ...system, files }, journal, places, paper.root);
    expect((await problemOf(acted))?.code).toBe('disk-full');
    expect(await readdir(paper.sitePackages)).toEqual([]);
  });
});

describe('what the repair brought', () => {
  it('goes, with what was compiled of it and the folders that are empty then', async () => {
    const brought = ['n/x.py', 'n/deep/y.py', 'm/z.py'].map((name) => broughtOf(at(name)));
    const journal = await taking(['a/x.py'], { brought });
    for (const each of brought) await write(each.path, 'new');
    for (const name of ['x.cpython-311.pyc', 'x.cpython-311.opt-1.pyc.140123'])
      await write(at(`n/__pycache__/${name}`));
    await write(at('m/__pycache__/z.notes.txt'), 'mine');
    await write(at('n/deep/__pycache__/other.cpython-311.pyc'));
    await write(at('m/mine.txt'), 'mine');
    await putBack(
      system,
      journal,
      deciding({ remove: come('n/x.py', 'n/deep/y.py', 'm/z.py') }),
      paper.root,
    );
    expect((await readdir(paper.sitePackages)).sort()).toEqual(['a', 'm', 'n']);
    expect(await readdir(at('n'))).toEqual(['deep']);
    expect(await readdir(at('n/deep'))).toEqual(['__pycache__']);
    expect((await readdir(at('m'))).sort()).toEqual(['__pycache__', 'mine.txt']);
  });

  it('leaves compiled files that were saved, and those of what is not a source', async () => {
    const journal = await taking(['a/__pycache__/x.cpython-311.pyc']);
    await write(at('a/x.py'), 'new');
    await write(at('a/y.txt'), 'new');
    await write(at('a/__pycache__/y.cpython-311.pyc'));
    await putBack(system, journal, deciding({ remove: come('a/x.py', 'a/y.txt') }), paper.root);
    expect((await readdir(at('a/__pycache__'))).sort()).toEqual([
      'x.cpython-311.pyc',
      'y.cpython-311.pyc',
    ]);
  });

  it('leaves folders that were there before, also empty ones', async () => {
    const journal = await taking(['a/x.py']);
    await rm(at('a/x.py'));
    await write(at('a/y.py'), 'new');
    await putBack(system, journal, deciding({ remove: come('a/y.py') }), paper.root);
    expect(await readdir(at('a'))).toEqual([]);
  });

  it('takes its empty folders with it even where its files are gone already', async () => {
    const journal = await taking([], { brought: [broughtOf(at('n/deep/x.py'))] });
    await mkdir(at('n/deep'), { recursive: true });
    await putBack(system, journal, deciding({}), paper.root);
    expect(await readdir(paper.sitePackages)).toEqual([]);
  });

  it('goes deepest first, and never asks for the top of the disk', async () => {
    const journal = journalOf(join(paper.folder, 'journal'));
    for (const name of ['n/x.py', 'n/deep/er/y.py', 'stays.py']) await write(at(name), 'new');
    const asked: string[] = [];
    const removeEmptyFolder: Files['removeEmptyFolder'] = async (where) => {
      asked.push(where);
      return where.startsWith(at('n')) && paper.system.files.removeEmptyFolder(where);
    };
    const files = { ...system.files, removeEmptyFolder };
    const decision = deciding({ remove: come('n/x.py', 'n/deep/er/y.py') });
    await putBack({ ...system, files }, journal, decision, paper.root);
    expect(await readdir(paper.sitePackages)).toEqual(['stays.py']);
    expect(asked.slice(0, 3)).toEqual(['n/deep/er', 'n/deep', 'n'].map(at));
    expect(asked).not.toContain('/');
  });

  it('does not go before all is back', async () => {
    const journal = await taking(['x.py']);
    await rm(at('x.py'));
    await write(at('n/y.py'), 'new');
    const calls: string[] = [];
    const noted: Files['rename'] = async (from, to) => {
      calls.push(`rename ${to}`);
      await paper.system.files.rename(from, to);
    };
    const remove: Files['remove'] = async (where) => {
      calls.push(`remove ${where}`);
      await paper.system.files.remove(where);
    };
    const flush: Files['flush'] = async (where) => {
      calls.push(`flush ${where}`);
    };
    const files = { ...system.files, rename: noted, remove, flush };
    const decision = deciding({ putBack: [taken('x.py', 0)], remove: come('n/y.py', 'z.py') });
    await putBack({ ...system, files }, journal, decision, paper.root);
    expect(calls).toEqual([
      `remove ${at('x.py')}.attention-doctor-part`,
      `rename ${at('x.py')}`,
      `remove ${at('n/y.py')}`,
      `remove ${at('z.py')}`,
      `flush ${paper.root}`,
      // n is gone with its file.
      `flush ${paper.sitePackages}`,
    ]);
  });
});

describe('in the end', () => {
  it('what pip had set aside goes, and serves as a source before', async () => {
    const journal = await taking(['a/x.py'], {
      listings: [{ path: paper.sitePackages, names: ['a'] }],
    });
    await rename(at('a'), at('~a'));
    await rm(heldAt(journal, 0));
    await putBack(system, journal, deciding({ putBack: [taken('a/x.py', 0)] }), paper.root);
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('old a/x.py');
    expect(await readdir(paper.sitePackages)).toEqual(['a']);
  });

  it('what somebody put there since we looked stays, and is told', async () => {
    const journal = await taking(['gone.py', 'old.py']);
    for (const name of ['gone.py', 'old.py']) await rm(at(name));
    for (const name of ['old.py', 'new.py', 'folder.py']) await write(at(name), 'ours');
    const seen = async (name: string, number: number | null) =>
      placeOf(at(name), { taken: number, standing: 'ours', now: await entryAt(system, at(name)) });
    const decision = deciding({
      putBack: [placeOf(at('gone.py'), { taken: 0 }), await seen('old.py', 1)],
      remove: [await seen('new.py', null), await seen('folder.py', null)],
    });
    for (const name of ['gone.py', 'old.py', 'new.py']) await write(at(name), 'somebody else');
    await rm(at('folder.py'));
    await write(at('folder.py/mine.txt'), 'somebody else');
    const acted = putBack(system, journal, decision, paper.root);
    expect(await problemOf(acted)).toMatchObject({ code: 'undo-failed', params: { count: 4 } });
    for (const name of ['gone.py', 'old.py', 'new.py', 'folder.py/mine.txt'])
      expect(await readFile(at(name), 'utf8')).toBe('somebody else');
  });

  it('what is not as decided is told', async () => {
    const journal = await taking(['x.py', 'y.py']);
    await write(at('n.py'), 'new');
    const files = {
      ...system.files,
      rename: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    };
    await rm(at('x.py'));
    const decision = deciding({
      putBack: [taken('x.py', 0), taken('y.py', 1)],
      remove: come('n.py', 'gone.py'),
    });
    const acted = putBack({ ...system, files }, journal, decision, paper.root);
    expect(await problemOf(acted)).toEqual({
      code: 'undo-failed',
      params: { count: 2, path: at('x.py') },
    });
  });

  it('it can be done again', async () => {
    const journal = await taking(['a/x.py']);
    await write(at('n.py'), 'new');
    const decision = deciding({ putBack: [taken('a/x.py', 0)], remove: come('n.py') });
    await putBack(system, journal, decision, paper.root);
    await putBack(system, journal, decision, paper.root);
    expect(await readdir(paper.sitePackages)).toEqual(['a']);
  });
});
