import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/system.ts';
import {
  readHead,
  writeHead,
  writeTerritory,
  type Head,
  type Journal,
} from '../../../../electron/engine/repair/journal.ts';
import type { Noted } from '../../../../electron/engine/repair/journals.ts';
import {
  goBack,
  recover,
  undoNow,
  type Ground,
} from '../../../../electron/engine/repair/way-back.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { makePaperRepair } from '../../../support/paper-repair.ts';
import { broughtOf } from '../../../support/sample-journal.ts';
import { describeTree } from '../../../support/tree-digest.ts';

const now = new Date('2026-11-22T16:05:00.000Z');
let paper: PaperEnvironment;
let system: System;
let journal: Journal;
let before: string[];
let at: (name: string) => string;
let ground: Ground;
let install: (line: string) => Promise<void>;
beforeEach(async () => {
  ({ paper, system, journal, before, at, ground, install } = await makePaperRepair(now));
});

async function noted(changes: Partial<Head> = {}): Promise<Noted> {
  const head = { ...journal.head, ...changes };
  await writeHead(system, journal.folder, head);
  return { head, folder: journal.folder };
}
const headNow = () => readHead(system, journal.folder);
const treeNow = () => describeTree(paper.root);

describe('right after our own failure', () => {
  it('all is as it was, but for what somebody else did', async () => {
    await write(at('a/mine.txt'), 'mine');
    expect(await undoNow(ground, journal)).toEqual({ end: 'restored', left: [] });
    const tree = await treeNow();
    expect(tree.filter((line) => !line.endsWith('a/mine.txt'))).toEqual(before);
    expect(await headNow()).toMatchObject({ state: 'restored', restoredAt: now.toISOString() });
    expect(await readdir(journal.folder)).toEqual(['manifest.json']);
  });

  it('what others changed is left and told', async () => {
    await write(at('a/n.py'), 'changed');
    await write(at('a/x.py'), 'changed, too');
    const { left } = await undoNow(ground, journal);
    expect(left).toEqual([at('a/n.py'), at('a/x.py')]);
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('changed, too');
    expect(await readFile(at('a/o.py'), 'utf8')).toBe('o');
  });

  it('another version of somebody else stays whole', async () => {
    await install('a==2.0');
    expect((await undoNow(ground, journal)).end).toBe('closed');
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('newer');
    expect((await readdir(paper.sitePackages)).sort()).toEqual(['a', 'a-2.0.dist-info']);
    expect(await readdir(at('a'))).toEqual(['x.py']);
    expect(await headNow()).toMatchObject({ state: 'closed', restoredAt: null });
  });

  it('an interruption of it is known as one', async () => {
    const states: (string | undefined)[] = [];
    const rename: System['files']['rename'] = async (from, to) => {
      states.push((await headNow())?.state);
      await paper.system.files.rename(from, to);
    };
    await undoNow(
      { ...ground, system: { ...system, files: { ...system.files, rename } } },
      journal,
    );
    expect(new Set(states)).toEqual(new Set(['restoring']));
  });
});

describe('a repair that never came to its end', () => {
  it('is kept where it is complete', async () => {
    expect(await recover(ground, await noted())).toEqual({ end: 'kept', left: [] });
    expect(await headNow()).toMatchObject({ state: 'kept', restoredAt: null });
    expect(await readdir(journal.folder)).toHaveLength(3);
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('new');
  });

  it('is kept, and what pip set aside goes', async () => {
    await write(at('~x/empty'));
    await rm(at('~x/empty'));
    await recover(ground, await noted());
    expect(await readdir(paper.sitePackages)).not.toContain('~x');
  });

  it('is put back where it is not', async () => {
    await rm(at('a/n.py'));
    await write(at('a-1.0.dist-info/RECORD'), '');
    expect(await recover(ground, await noted())).toEqual({ end: 'restored', left: [] });
    expect(await treeNow()).toEqual(before);
  });

  it.each(['a/x.py', 'a/n.py', 'a-1.0.dist-info/RECORD'])(
    'is put back where a power loss left %s empty',
    async (name) => {
      await write(at(name));
      expect((await recover(ground, await noted())).end).toBe('restored');
      expect(await treeNow()).toEqual(before);
    },
  );

  it('is put back where it was being put back, although it is complete', async () => {
    const end = await recover(ground, await noted({ state: 'restoring' }));
    expect(end.end).toBe('restored');
    expect(await treeNow()).toEqual(before);
  });

  it('is closed where somebody moved on, and only our leftovers go', async () => {
    await install('a==2.0');
    await write(at('a/n.py'), 'n');
    await write(at('a/y.py'), 'mine');
    const left = [at('a/y.py'), at('a/x.py')];
    expect(await recover(ground, await noted())).toEqual({ end: 'closed', left });
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('newer');
    expect((await readdir(at('a'))).sort()).toEqual(['x.py', 'y.py']);
    expect((await headNow())?.state).toBe('closed');
    expect(await readdir(journal.folder)).toEqual(['manifest.json']);
  });

  it('is not put back over what somebody changed', async () => {
    await write(at('a/x.py'), 'changed');
    await rm(at('a/n.py'));
    expect(await problemOf(recover(ground, await noted()))).toEqual({
      code: 'changed-since',
      params: { what: at('a/x.py'), snapshot: 'one' },
    });
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('changed');
    expect((await headNow())?.state).toBe('pending');
  });

  it('knows its wheels where the state folder lies now', async () => {
    await write(at('a/n.py'), '');
    const end = await recover(ground, await noted({ staging: '/moved/from/one' }));
    expect(end).toEqual({ end: 'restored', left: [] });
    expect(await treeNow()).toEqual(before);
  });
});

describe('a way back that somebody asked for', () => {
  it('puts all back, and an interruption of it is known', async () => {
    const states: (string | undefined)[] = [];
    const rename: System['files']['rename'] = async (from, to) => {
      states.push((await headNow())?.state);
      await paper.system.files.rename(from, to);
    };
    const own = { ...ground, system: { ...system, files: { ...system.files, rename } } };
    expect(await goBack(own, await noted({ state: 'kept' }))).toEqual({
      end: 'restored',
      left: [],
    });
    expect(await treeNow()).toEqual(before);
    expect(states).toContain('restoring');
    expect(await headNow()).toMatchObject({ state: 'restored', restoredAt: now.toISOString() });
  });

  it('leaves an interrupted repair interrupted while it acts', async () => {
    const files = { ...system.files, rename: () => Promise.reject(new Error('power loss')) };
    const own = { ...ground, system: { ...system, files } };
    // The head is written by renaming, too: only the file stays as it was.
    await expect(goBack(own, await noted())).rejects.toThrow('power loss');
    expect((await headNow())?.state).toBe('pending');
  });

  it('stops where the package was upgraded since', async () => {
    await install('a==2.0');
    expect(await problemOf(goBack(ground, await noted({ state: 'kept' })))).toEqual({
      code: 'changed-since',
      params: { what: 'a 2.0', snapshot: 'one' },
    });
    expect(await readFile(at('a/x.py'), 'utf8')).toBe('newer');
    expect((await headNow())?.state).toBe('kept');
  });

  it('stops where a file was changed since', async () => {
    await write(at('a/x.py'), 'changed');
    const problem = await problemOf(goBack(ground, await noted({ state: 'kept' })));
    expect(problem).toMatchObject({ code: 'changed-since', params: { what: at('a/x.py') } });
    expect((await headNow())?.state).toBe('kept');
  });

  it('tells what it left', async () => {
    await write(at('a/n.py'), 'changed');
    const { left } = await goBack(ground, await noted({ state: 'kept' }));
    expect(left).toEqual([at('a/n.py')]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its files are not readable', () => write(join(journal.folder, 'files.json'), '{')],
    ...(['taken', 'brought', 'folders', 'listings'] as const).map(
      (list): [string, () => Promise<unknown>] => [
        `its ${list} name something outside`,
        async () => {
          const path = join(paper.folder, 'victim');
          const { entry } = journal.territory.taken[0] ?? {};
          const added = { ...broughtOf(path), entry, held: 'copy', names: [] };
          const territory = { ...journal.territory, [list]: [...journal.territory[list], added] };
          await writeTerritory(system, journal.folder, paper.root, territory);
        },
      ],
    ),
  ])('is refused where %s', async (_, damage) => {
    await damage();
    const tree = await treeNow();
    expect(await problemOf(goBack(ground, await noted({ state: 'kept' })))).toEqual({
      code: 'snapshot-damaged',
      params: { count: 1, path: journal.folder, snapshot: 'one' },
    });
    expect(await treeNow()).toEqual(tree);
  });
});
