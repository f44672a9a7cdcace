import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Files, RunningProcess } from '../../../../electron/engine/machine/system.ts';
import type { OperationEnd } from '../../../../electron/engine/operations/operation-runner.ts';
import { readHead, writeHead, type Head } from '../../../../electron/engine/repair/journal.ts';
import type { Rollback } from '../../../../electron/engine/repair/roll-back.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { makePaperRepair, type PaperRepair } from '../../../support/paper-repair.ts';
import { rolledBackOnPaper } from '../../../support/rolled-back-on-paper.ts';
import { describeTree } from '../../../support/tree-digest.ts';

const now = new Date('2026-11-22T16:05:00.000Z');
let repair: PaperRepair;
let steps: string[];
let notes: unknown[];
beforeEach(async () => {
  repair = await makePaperRepair(now);
  steps = [];
  notes = [];
});

async function noted(changes: Partial<Head>, id = 'one'): Promise<void> {
  const folder = repair.journal.folder.replace(/one$/, id);
  await writeHead(repair.system, folder, { ...repair.journal.head, id, ...changes });
}

function rolledBack(parts: Partial<Rollback> = {}): Promise<OperationEnd> {
  return rolledBackOnPaper(repair, parts, { steps, notes });
}

async function told(parts: Partial<Rollback> = {}) {
  const { result, outcome } = await rolledBack(parts);
  expect(outcome).toBe('succeeded');
  if (result?.kind !== 'rollback') throw new Error('no result');
  return result;
}
const code = async (parts: Partial<Rollback> = {}) => (await problemOf(rolledBack(parts)))?.code;
const state = async (id = 'one') =>
  (await readHead(repair.system, repair.journal.folder.replace(/one$/, id)))?.state;
const lockFiles = async () =>
  ((await repair.system.files.list(repair.paper.sitePackages)) ?? []).filter(({ name }) =>
    name.includes('lock'),
  );

describe('a rollback', () => {
  it('puts back the newest, and tells what moved', async () => {
    await noted({ state: 'kept' });
    const { rollback, diagnosis, snapshots } = await told();
    expect(rollback).toEqual({
      outcome: 'restored',
      restored: [{ name: 'a', from: '1.0', to: '0.9' }],
      snapshotId: 'one',
      left: [],
      stays: [],
    });
    expect(await describeTree(repair.paper.root)).toEqual(repair.before);
    expect(snapshots.map((each) => each.restoredAt)).toEqual([now.toISOString()]);
    expect(diagnosis?.facts.live.state).toBe('known');
    expect(steps).toEqual(['prepare', 'restore', 'verify']);
    expect(notes).toEqual([{ key: 'progress.restoring-repair', params: { id: 'one' } }]);
    expect(await lockFiles()).toEqual([]);
  });

  it('tells what it left', async () => {
    await noted({ state: 'kept' });
    await write(repair.at('a/n.py'), 'mine');
    expect((await told()).rollback.left).toEqual([repair.at('a/n.py')]);
  });

  it('looks once more without a Python where it is cancelled then', async () => {
    await noted({ state: 'kept' });
    const run = () => fail('cancelled');
    const { rollback, diagnosis } = await told({ system: { ...repair.system, run } });
    expect(rollback.outcome).toBe('restored');
    expect(diagnosis?.facts.live.state).toBe('absent');
  });

  it('passes on what else goes wrong in the last look', async () => {
    await noted({ state: 'kept' });
    const run = () => Promise.reject(new TypeError('a bug'));
    expect(await code({ system: { ...repair.system, run } })).toBe('unexpected');
  });

  it('lets go of the lock where it fails', async () => {
    await noted({ state: 'kept' });
    await write(repair.at('a/x.py'), 'mine');
    expect(await code()).toBe('changed-since');
    expect(await lockFiles()).toEqual([]);
  });

  it('cleans up the downloads that nobody needs', async () => {
    await noted({ state: 'kept' });
    const { staging } = repair.paper.paths;
    await write(join(staging, '0b5b4c8a', 'x'));
    await told();
    expect(await readdir(staging)).not.toContain('0b5b4c8a');
  });
});

describe('which states it undoes', () => {
  /** Three repairs; the newest two change nothing on the disk. */
  async function three(): Promise<void> {
    await noted({ state: 'kept' });
    for (const [index, id] of ['two', 'three'].entries()) {
      const change = { name: 'b', from: `${index + 1}`, to: `${index + 2}` };
      await noted({ state: 'kept', sequence: index + 2, changes: [change] }, id);
      const empty = { taken: [], brought: [], folders: [], listings: [] };
      const folder = repair.journal.folder.replace(/one$/, id);
      await write(`${folder}/files.json`, JSON.stringify(empty));
    }
  }

  it('is the newest, unless one is named', async () => {
    await three();
    expect((await told()).rollback.snapshotId).toBe('three');
    expect([await state('two'), await state('three')]).toEqual(['kept', 'restored']);
  });

  it('are all down to the one that is named', async () => {
    await three();
    const { rollback } = await told({ snapshotId: 'two' });
    expect(rollback.snapshotId).toBe('two');
    expect(rollback.restored).toEqual([{ name: 'b', from: '3', to: '1' }]);
    expect([await state(), await state('two')]).toEqual(['kept', 'restored']);
    expect((await told({ snapshotId: 'one' })).rollback.restored).toHaveLength(1);
    expect(await state()).toBe('restored');
  });

  it.each(['restored', 'closed'] as const)('is none that is %s', async (over) => {
    await noted({ state: over });
    expect(await code()).toBe('snapshot-unknown');
    expect(await code({ snapshotId: 'one' })).toBe('snapshot-unknown');
    await noted({ state: 'kept' });
    expect(await code({ snapshotId: 'two' })).toBe('snapshot-unknown');
    expect(await code({ how: 'forget', snapshotId: 'two' })).toBe('snapshot-unknown');
  });

  it('is none of another environment that lay here', async () => {
    const environment = { ...repair.journal.head.environment, inode: '1', anchors: [] };
    await noted({ environment, state: 'kept' });
    expect(await code()).toBe('environment-replaced');
    await noted({ environment, state: 'closed' });
    expect(await code()).toBe('snapshot-unknown');
    await noted({ environment, state: 'kept' }, 'two');
    await noted({ state: 'restored' });
    expect(await code()).toBe('environment-replaced');
    await noted({ state: 'kept' });
    expect((await told()).rollback.outcome).toBe('restored');
  });
});

describe('before a rollback', () => {
  it('what is put back has to be writable', async () => {
    await noted({ state: 'kept' });
    const files = { ...repair.system.files, writable: async () => false };
    expect(await code({ system: { ...repair.system, files } })).toBe('read-only');
    expect(await state()).toBe('kept');
  });

  it('the lock of a start that ended goes', async () => {
    const owner = { pid: 2 ** 22 + 1, started: null, host: repair.system.hostName, at: '' };
    await write(repair.at('.attention-doctor.lock.1'), JSON.stringify(owner));
    expect(await code({ snapshotId: 'none' })).toBe('snapshot-unknown');
    expect(await lockFiles()).toEqual([]);
  });

  it('the lock of the environment is held while it acts', async () => {
    await noted({ state: 'kept' });
    const held: number[] = [];
    const rename: Files['rename'] = async (from, to) => {
      held.push((await lockFiles()).length);
      await repair.system.files.rename(from, to);
    };
    const files = { ...repair.system.files, rename };
    await told({ system: { ...repair.system, files } });
    expect(new Set(held)).toEqual(new Set([1]));
  });
});

describe('letting go', () => {
  it('closes a state and leaves the environment as it is', async () => {
    await noted({ state: 'kept' });
    const tree = await describeTree(repair.paper.root);
    const { rollback, snapshots } = await told({ how: 'forget' });
    expect(rollback).toEqual({
      outcome: 'forgotten',
      restored: [],
      snapshotId: 'one',
      left: [],
      stays: [],
    });
    expect(await describeTree(repair.paper.root)).toEqual(tree);
    expect(snapshots).toEqual([]);
    expect(await state()).toBe('closed');
    expect(await repair.system.files.list(repair.journal.folder)).toHaveLength(1);
  });
});

describe('an interrupted repair', () => {
  it('is ended, whatever it is then', async () => {
    const { rollback } = await told({ how: 'interrupted' });
    expect(rollback).toEqual({
      outcome: 'restored',
      restored: [],
      snapshotId: null,
      left: [],
      stays: [],
    });
    expect(await state()).toBe('kept');
    expect((await told({ how: 'interrupted' })).rollback.outcome).toBe('nothing-to-do');
  });

  it('tells what was put back, and what was left', async () => {
    await noted({ state: 'restoring' });
    await write(repair.at('a/n.py'), 'mine');
    const { rollback } = await told({ how: 'interrupted' });
    expect(rollback).toMatchObject({
      restored: [{ name: 'a', from: '1.0', to: '0.9' }],
      left: [repair.at('a/n.py')],
    });
  });
});

describe('while ComfyUI runs', () => {
  const comfyui = (): RunningProcess => ({
    ...{ pid: 7, parentPid: null, executable: null, workingFolder: null },
    arguments: [repair.paper.python, 'main.py'],
  });
  it('nothing is put back, but it can be let go of', async () => {
    await noted({ state: 'kept' });
    const processes = () => Promise.resolve([comfyui()]);
    const system = { ...repair.system, processes };
    expect(await code({ system })).toBe('comfyui-running');
    expect(await code({ system, how: 'interrupted' })).toBe('comfyui-running');
    expect((await told({ system, how: 'forget' })).rollback.outcome).toBe('forgotten');
  });

  it('is not told everywhere, and then it is put back nevertheless', async () => {
    await noted({ state: 'kept' });
    const processes = async () => fail('processes-unknown');
    const system = { ...repair.system, processes };
    expect((await told({ system })).rollback.outcome).toBe('restored');
  });
});
