import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import {
  readHead,
  writeHead,
  writeTerritory,
  type Head,
  type Journal,
  type Territory,
} from '../../../../electron/engine/repair/journal.ts';
import type { Noted } from '../../../../electron/engine/repair/journals.ts';
import { goBack, type Ground } from '../../../../electron/engine/repair/way-back.ts';
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

describe('a way back that somebody asked for', () => {
  it('puts all back, and an interruption of it is known', async () => {
    const { own, states } = watched();
    expect(await goBack(own, await noted({ state: 'kept' }))).toEqual({
      end: 'restored',
      left: [],
    });
    expect(await treeNow()).toEqual(before);
    expect(states).toContain('restoring');
    expect(await headNow()).toMatchObject({ state: 'restored', restoredAt: now.toISOString() });
  });

  it('leaves an interrupted repair interrupted while it acts', async () => {
    const own = groundWith({ rename: () => Promise.reject(new Error('power loss')) });
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

  const rewritten = (changes: Partial<Territory>) =>
    writeTerritory(system, journal.folder, paper.root, { ...journal.territory, ...changes });
  const tooLong = () => broughtOf(join(paper.root, 'x'.repeat(256)));
  it.each<[string, () => Promise<unknown>]>([
    ['its files are not readable', () => write(join(journal.folder, 'files.json'), '{')],
    ['it names what no file is called', () => rewritten({ brought: [tooLong()] })],
    ...(['taken', 'brought', 'folders', 'listings'] as const).map(
      (list): [string, () => Promise<unknown>] => [
        `its ${list} name something outside`,
        async () => {
          const { entry } = journal.territory.taken[0] ?? {};
          const added = {
            ...broughtOf(join(paper.folder, 'victim')),
            entry,
            held: 'copy',
            names: [],
          };
          await rewritten({ [list]: [...journal.territory[list], added] });
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
