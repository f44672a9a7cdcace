import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { known } from '../../../../shared/facts.ts';
import type { Diagnosis } from '../../../../shared/finding.ts';
import { readHead, writeHead, type Head } from '../../../../electron/engine/repair/journal.ts';
import { journalsOf, type Noted } from '../../../../electron/engine/repair/journals.ts';
import {
  close,
  endInterrupted,
  hasInterrupted,
  lockName,
  lockPlace,
  nextSequence,
  requireSpace,
  requireUnchanged,
  snapshotFolder,
} from '../../../../electron/engine/repair/prepare.ts';
import { factsOf, problemOf, write } from '../../../support/paper-environment.ts';
import { makePaperRepair, type PaperRepair } from '../../../support/paper-repair.ts';
import { headOf } from '../../../support/sample-journal.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { describeTree } from '../../../support/tree-digest.ts';

const now = new Date('2026-11-22T16:05:00.000Z');
let repair: PaperRepair;
beforeEach(async () => {
  repair = await makePaperRepair(now);
});

describe('what a plan speaks of', () => {
  const torchOf = (version: string) => ({
    facts: { torch: known({ version, cuda: null, hip: null, xpu: null }, 'file') },
  });
  const outdated = async (
    changes: Parameters<typeof samplePlan>[0],
    diagnosis: unknown = { facts: { torch: { state: 'absent', how: 'file' } } },
  ) => {
    const plan = samplePlan({ changes: [], pinned: [], ...changes });
    const { paper, system } = repair;
    const asked = requireUnchanged(system, paper.target, plan, diagnosis as Diagnosis);
    return (await problemOf(asked))?.code ?? null;
  };

  it.each([
    ['as it was', { changes: [{ name: 'a', from: '1.0', to: '2.0' }] }, null],
    ['another version', { changes: [{ name: 'a', from: '0.9', to: '2.0' }] }, 'plan-outdated'],
    ['gone', { changes: [{ name: 'b', from: '1.0', to: '2.0' }] }, 'plan-outdated'],
    ['still missing', { changes: [{ name: 'b', from: null, to: '2.0' }] }, null],
    ['there by now', { changes: [{ name: 'a', from: null, to: '2.0' }] }, 'plan-outdated'],
    [
      'another version behind one that stayed',
      {
        changes: [
          { name: 'a', from: '1.0', to: '2.0' },
          { name: 'b', from: '1', to: '2' },
        ],
      },
      'plan-outdated',
    ],
    ['pinned and as it was', { pinned: [{ name: 'a', version: '1.0' }] }, null],
    ['pinned and moved', { pinned: [{ name: 'a', version: '0.9' }] }, 'plan-outdated'],
    [
      'pinned and moved behind one that stayed',
      {
        pinned: [
          { name: 'a', version: '1.0' },
          { name: 'b', version: '1' },
        ],
      },
      'plan-outdated',
    ],
  ])('is %s', async (_, changes, code) => {
    expect(await outdated(changes)).toBe(code);
  });

  it('needs the same torch, and an environment that may be changed', async () => {
    expect(await outdated({}, torchOf('2.0'))).toBe('plan-outdated');
    const { paper, system } = repair;
    const text = "__version__ = '2.0'\ncuda = None\nhip = None\n";
    await write(repair.at('torch/version.py'), text);
    await write(repair.at('torch-2.0.dist-info/RECORD'));
    expect(await outdated({})).toBe('plan-outdated');
    await rm(paper.sitePackages, { recursive: true });
    expect(await outdated({})).toBe('read-only');
    expect(system).toBe(repair.system);
  });

  it('is answered with the facts of now', async () => {
    const { paper, system } = repair;
    const diagnosis = { facts: { torch: { state: 'absent', how: 'file' } } } as Diagnosis;
    const plan = samplePlan({ changes: [], pinned: [] });
    const facts = await requireUnchanged(system, paper.target, plan, diagnosis);
    expect(facts.distributions).toEqual((await factsOf(paper)).distributions);
  });
});

describe('space', () => {
  async function asked(free: Record<string, number>, diskBytes: number | null) {
    const { paper, system } = repair;
    const freeBytes = async (at: string): Promise<number> => free[at] ?? 1000;
    const plan = samplePlan({ diskBytes, environmentRoot: paper.root });
    const own = { ...system, files: { ...system.files, freeBytes } };
    return problemOf(requireSpace(own, paper.paths, plan));
  }
  it('is needed on both disks', async () => {
    const { root, paths } = repair.paper;
    await rm(paths.staging, { recursive: true });
    expect(await asked({}, 1000)).toBeNull();
    expect((await repair.system.files.info(paths.staging))?.kind).toBe('folder');
    for (const path of [root, paths.staging])
      expect(await asked({ [path]: 999 }, 1000)).toEqual({
        ...{ code: 'disk-full', params: { path, needed: '1.0 kB' } },
      });
    expect(await asked({ [root]: 0, [paths.staging]: 0 }, null)).toBeNull();
  });
});

describe('the lock that lies with the environment', () => {
  it('lies in the folder of packages, else at the top', async () => {
    const { paper, system } = repair;
    const facts = await factsOf(paper);
    const lock = await lockPlace(system, facts, now);
    const file = '.attention-doctor.lock.1';
    expect((await system.files.info(join(paper.sitePackages, file)))?.kind).toBe('file');
    await lock.release();
    const interpreter = { ...facts.interpreter, sitePackages: [] };
    const other = await lockPlace(system, { ...facts, interpreter }, now);
    expect((await system.files.info(join(paper.root, file)))?.kind).toBe('file');
    await other.release();
  });
});

describe('an interrupted repair', () => {
  const noted = async (changes: Partial<Head> = {}): Promise<Noted> => {
    const head = { ...repair.journal.head, ...changes };
    await writeHead(repair.system, repair.journal.folder, head);
    return { head, folder: repair.journal.folder };
  };
  const ended = async () => {
    const { system, paper } = repair;
    const facts = await factsOf(paper);
    return endInterrupted(system, paper.paths, paper.target, facts, now);
  };
  const lockFiles = async () =>
    ((await repair.system.files.list(repair.paper.sitePackages)) ?? [])
      .map((each) => each.name)
      .filter((name) => name.includes('lock'));

  it('is known, unless somebody works on it', async () => {
    const { system, paper } = repair;
    const told = async () => {
      const journals = await journalsOf(system, paper.paths, 'environment-1', await factsOf(paper));
      return hasInterrupted(system, paper.paths, 'environment-1', journals);
    };
    expect(await told()).toBe(true);
    const owner = { pid: 1, started: null, host: system.hostName, at: '' };
    const lock = join(paper.paths.locks, `${lockName('environment-1')}.1`);
    await write(lock, JSON.stringify(owner));
    expect(await told()).toBe(false);
    await rm(lock);
    await noted({ state: 'kept' });
    expect(await told()).toBe(false);
    expect(lockName('x')).toBe('x.lock');
  });

  it('is ended under a lock, after its programs', async () => {
    const calls: string[] = [];
    const { system } = repair;
    repair.system = {
      ...system,
      processes: async () => {
        calls.push(...(await lockFiles()));
        return [];
      },
    };
    const [end, ...more] = await ended();
    expect(end).toMatchObject({ end: 'kept', left: [], noted: { head: { id: 'one' } } });
    expect(more).toEqual([]);
    expect(calls).toEqual(['.attention-doctor.lock.1']);
    expect(await lockFiles()).toEqual([]);
    expect((await readHead(system, repair.journal.folder))?.state).toBe('kept');
    expect(await ended()).toEqual([]);
  });

  it('is ended newest first', async () => {
    const second = snapshotFolder(repair.paper.paths, 'environment-1', 'two');
    await repair.system.files.makeFolder(second);
    for (const name of ['files.json'])
      await repair.system.files.copyFile(join(repair.journal.folder, name), join(second, name));
    await writeHead(repair.system, second, { ...repair.journal.head, id: 'two', sequence: 2 });
    expect((await ended()).map((each) => each.noted.head.id)).toEqual(['two', 'one']);
  });

  it('lets go of the lock also where it cannot be ended', async () => {
    await write(join(repair.journal.folder, 'files.json'), '{');
    expect((await problemOf(ended()))?.code).toBe('snapshot-damaged');
    expect(await lockFiles()).toEqual([]);
  });

  it('of another environment is closed, and nothing is touched', async () => {
    const environment = { ...repair.journal.head.environment, inode: '1', anchors: [] };
    await noted({ environment });
    const tree = await describeTree(repair.paper.root);
    expect(await ended()).toEqual([]);
    expect((await readHead(repair.system, repair.journal.folder))?.state).toBe('closed');
    expect(await describeTree(repair.paper.root)).toEqual(tree);
    await noted({ environment, state: 'kept' });
    await ended();
    expect((await readHead(repair.system, repair.journal.folder))?.state).toBe('kept');
  });

  it('can be let go of', async () => {
    await close(repair.system, await noted());
    expect(await readHead(repair.system, repair.journal.folder)).toEqual({
      ...repair.journal.head,
      state: 'closed',
    });
  });
});

it('numbers repairs behind all others', () => {
  const noted = (sequence: number): Noted => ({ head: headOf({ sequence }), folder: '' });
  expect(nextSequence({ own: [], strange: [] })).toBe(1);
  expect(nextSequence({ own: [noted(3), noted(2)], strange: [noted(7)] })).toBe(8);
});
