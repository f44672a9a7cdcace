import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import {
  readHead,
  writeHead,
  type Head,
  type Journal,
} from '../../../../electron/engine/repair/journal.ts';
import type { Noted } from '../../../../electron/engine/repair/journals.ts';
import { recover, undoNow, type Ground } from '../../../../electron/engine/repair/way-back.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { makePaperRepair } from '../../../support/paper-repair.ts';
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
/** The ground with these operations in the place of the machine's own. */
const groundWith = (files: Partial<System['files']>): Ground => ({
  ...ground,
  system: { ...system, files: { ...system.files, ...files } },
});
const headNow = () => readHead(system, journal.folder);
/** A ground on which the journal's state is noted whenever a file takes its place. */
function watched() {
  const states: (string | undefined)[] = [];
  const rename: System['files']['rename'] = async (from, to) => {
    states.push((await headNow())?.state);
    await system.files.rename(from, to);
  };
  return { own: groundWith({ rename }), states };
}
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

  it('does not wait for all that pip wrote to reach the disk', async () => {
    const lazily: (boolean | undefined)[] = [];
    const writeText: System['files']['writeText'] = async (file, text, options) => {
      lazily.push(options?.lazy);
      await paper.system.files.writeText(file, text, options);
    };
    await undoNow(groundWith({ writeText }), journal);
    expect(lazily).toEqual([true, undefined]);
  });

  it('an interruption of it is known as one', async () => {
    const { own, states } = watched();
    await undoNow(own, journal);
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
    await mkdir(at('~x'));
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

  it.each([
    ['closed', () => install('a==2.0')],
    ['kept', () => Promise.resolve()],
  ])('is %s, and the empty folders that a way back made go', async (end, moveOn) => {
    await moveOn();
    await mkdir(at('a-0.9.dist-info'));
    expect((await recover(ground, await noted())).end).toBe(end);
    expect(await readdir(paper.sitePackages)).not.toContain('a-0.9.dist-info');
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
