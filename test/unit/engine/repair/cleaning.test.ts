import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { clean, outlived } from '../../../../electron/engine/repair/cleaning.ts';
import { writeHead, type Head } from '../../../../electron/engine/repair/journal.ts';
import type { Noted } from '../../../../electron/engine/repair/journals.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { headOf } from '../../../support/sample-journal.ts';

const now = new Date('2026-11-22T16:05:00.000Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const gibibyte = 1024 ** 3;
const idOf = (number: number): string => `0b5b4c8a-5f6e-4d0c-9a3e-1d2c3b4a5f6${number}`;

describe('saved states that were outlived', () => {
  const noted = (changes: Partial<Head>, index: number): Noted => ({
    head: headOf({ state: 'kept', id: String(index), at: daysAgo(0), bytes: 0, ...changes }),
    folder: String(index),
  });
  const gone = (heads: Partial<Head>[]) =>
    outlived(heads.map(noted), now).map((each) => Number(each.folder));
  const many = (count: number, changes: Partial<Head> = {}) =>
    Array.from({ length: count }, () => changes);

  it.each<[string, Partial<Head>[], number[]]>([
    ['none', [], []],
    ['ten', many(10), []],
    ['twelve', many(12), [0, 1]],
    ['of ninety days', [{ at: daysAgo(90) }, {}], []],
    ['of more', [{ at: daysAgo(90.01) }, {}], [0]],
    ['old, but newer than one that is not', [{}, { at: daysAgo(100) }, {}], []],
    ['only one, and old', [{ at: daysAgo(1000), bytes: 100 * gibibyte }], []],
    ['all old', [{ at: daysAgo(100) }, { at: daysAgo(99) }, { at: daysAgo(98) }], [0, 1]],
    ['of twenty gibibytes', [{ bytes: 10 * gibibyte }, { bytes: 10 * gibibyte }], []],
    ['of nine gibibytes each', many(3, { bytes: 9 * gibibyte }), [0]],
    ['of a byte more', [{ bytes: 10 * gibibyte }, { bytes: 10 * gibibyte + 1 }], [0]],
    [
      'of a byte more without the first',
      [{ bytes: 1 }, { bytes: 10 * gibibyte }, { bytes: 10 * gibibyte + 1 }],
      [0, 1],
    ],
    ['of which some are interrupted', [...many(5, { state: 'pending' }), ...many(10)], []],
    ['forty that are over', many(40, { state: 'restored' }), []],
    ['of those that are over all but forty', many(42, { state: 'closed' }), [0, 1]],
    [
      'both',
      [...many(21, { state: 'closed' }), ...many(11), ...many(20, { state: 'restored' })],
      [21, 0],
    ],
  ])('%s', (_, heads, expected) => {
    expect(gone(heads)).toEqual(expected);
  });
});

describe('cleaning', () => {
  let paper: PaperEnvironment;
  let folder: string;
  beforeEach(async () => {
    paper = await makePaperEnvironment();
    folder = paper.paths.snapshots('environment-1');
  });

  async function noted(id: string, changes: Partial<Head>, of = folder): Promise<Noted> {
    const head = headOf({ id, ...changes });
    await writeHead(paper.system, join(of, id), head);
    await write(join(of, id, 'held', '0'));
    await write(join(of, id, 'files.json'));
    return { head, folder: join(of, id) };
  }
  const run = (own: Noted[]) => clean(paper.system, paper.paths, 'environment-1', own, now);

  it('takes away downloads that nobody needs', async () => {
    const { staging } = paper.paths;
    const [idle, kept, pending, restoring, moved, alive, dead] = [0, 1, 2, 3, 4, 5, 6].map(idOf);
    for (const name of [idle, kept, pending, restoring, moved, alive, dead, '0b5b4c8a'])
      await mkdir(join(staging, String(name), 'wheels'), { recursive: true });
    const others = ['stage', '0b5b4c8', `${idOf(7)}-mine`, `my-${idOf(7)}`];
    for (const name of others) await write(join(staging, name, 'mine.txt'));
    await write(join(staging, idOf(8)), 'a file of somebody');
    await noted('kept', { state: 'kept', staging: join(staging, String(kept)) });
    await noted('pending', { state: 'pending', staging: join(staging, String(pending)) });
    const other = paper.paths.snapshots('environment-2');
    await noted('one', { state: 'restoring', staging: join(staging, String(restoring)) }, other);
    await noted('moved', { state: 'pending', staging: `/old/staging/${String(moved)}` }, other);
    const { hostName } = paper.system;
    const owner = { pid: 1, started: null, host: hostName, at: '' };
    await write(join(staging, String(alive), 'lock.1'), JSON.stringify(owner));
    await write(join(staging, String(dead), 'lock.1'), '');
    paper.system = { ...paper.system, isAlive: () => true, startedAt: () => Promise.resolve(null) };
    await run([]);
    const stay = [pending, restoring, moved, alive, ...others, idOf(8)];
    expect((await readdir(staging)).sort()).toEqual(stay.sort());
  });

  it('asks nobody where there are no downloads', async () => {
    const asked: string[] = [];
    const list = async (at: string) => {
      asked.push(at);
      return null;
    };
    await clean(
      { ...paper.system, files: { ...paper.system.files, list } },
      ...([paper.paths, 'environment-1', [], now] as const),
    );
    expect(asked).toEqual([paper.paths.staging, folder]);
    await mkdir(paper.paths.staging, { recursive: true });
    await run([]);
    await mkdir(join(paper.paths.staging, idOf(0)));
    await run([]);
    expect(await readdir(paper.paths.staging)).toEqual([]);
  });

  it('takes away half-made snapshots of this environment', async () => {
    await mkdir(join(folder, 'half', 'held'), { recursive: true });
    await write(join(folder, 'damaged', 'manifest.json'), '{');
    await mkdir(join(paper.paths.snapshots('environment-2'), 'half'), { recursive: true });
    await run([]);
    expect(await readdir(folder)).toEqual(['damaged']);
    expect(await readdir(paper.paths.snapshots('environment-2'))).toEqual(['half']);
  });

  it('lets go of what was held for what is over, and of what was outlived', async () => {
    const own = [
      await noted('restored', { state: 'restored' }),
      await noted('closed', { state: 'closed' }),
      await noted('pending', { state: 'pending' }),
      await noted('old', { state: 'kept', at: daysAgo(91) }),
      await noted('kept', { state: 'kept', at: daysAgo(1) }),
    ];
    await run(own);
    expect((await readdir(folder)).sort()).toEqual(['closed', 'kept', 'pending', 'restored']);
    expect(await readdir(join(folder, 'restored'))).toEqual(['manifest.json']);
    expect(await readdir(join(folder, 'closed'))).toEqual(['manifest.json']);
    for (const name of ['pending', 'kept'])
      expect(await readdir(join(folder, name))).toEqual(['files.json', 'held', 'manifest.json']);
  });
});
