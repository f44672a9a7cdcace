import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../../shared/problem.ts';
import { readHead, writeHead } from '../../../../electron/engine/repair/journal.ts';
import { live } from '../../../support/facts.ts';
import { write } from '../../../support/paper-environment.ts';
import { inInstall, makePaperFix, type PaperFix } from '../../../support/paper-fix.ts';
import type { PaperPip } from '../../../support/paper-pip.ts';
import { describeTree } from '../../../support/tree-digest.ts';

let { paper, plan, before, tree, steps, notes, lines, abort, fixed, head } = {} as PaperFix;
beforeEach(async () => {
  ({ paper, plan, before, tree, steps, notes, lines, abort, fixed, head } = await makePaperFix());
});
const snapshots = () => paper.paths.snapshots('environment-1');

describe('a repair', () => {
  it('goes from the download to the kept state', async () => {
    const { fix: told, outcome, problem, snapshots: listed } = await fixed();
    expect(problem).toBeNull();
    expect(told.problem).toBeNull();
    expect(outcome).toBe('succeeded');
    expect(told).toMatchObject({
      ...{ outcome: 'fixed', changes: plan.changes, snapshotId: 'id-2', left: [] },
      ...{ plan, before },
    });
    expect(told.after?.facts.distributions.find((each) => each.name === 'xformers')?.version).toBe(
      '0.0.29.post3',
    );
    expect(told.verification?.rungs.length).toBeGreaterThan(0);
    expect(steps).toEqual(['prepare', 'download', 'snapshot', 'install', 'verify']);
    const count = (await head())?.changes.length;
    expect(count).toBe(1);
    expect(notes.map((each) => each.split(' ')[1])).toEqual([
      ...['progress.saving', 'progress.installing', 'progress.asking-python'],
      // PyTorch's own, and what was put in.
      ...['progress.computing', 'progress.computing'],
    ]);
    expect(notes[0]).toMatch(/^snapshot .*"count":\d\d/);
    expect(notes[1]).toContain('"names":"xformers"');
    expect(lines.map((each) => each.split(' ')[0])).toEqual(['download', 'install']);
    expect(told.log).toHaveLength(2);
    expect(listed.map((each) => each.id)).toEqual(['id-2']);
    expect(await head()).toMatchObject({ state: 'kept', sequence: 1 });
    expect(await readdir(paper.paths.staging)).toEqual([]);
    expect((await readdir(paper.sitePackages)).filter((name) => name.includes('lock'))).toEqual([]);
  });

  it('numbers itself behind those before it', async () => {
    await fixed();
    const folder = join(snapshots(), 'id-2');
    const noted = await head();
    if (noted) await writeHead(paper.system, folder, { ...noted, sequence: 7 });
    const changes = [{ name: 'xformers', from: '0.0.29.post3', to: '0.0.29.post3' }];
    const again = await fixed({}, { plan: { ...plan, changes }, newId: () => 'id-9' });
    expect([again.fix.outcome, again.snapshots[0]?.id]).toEqual(['fixed', 'id-9']);
    expect((await readHead(paper.system, join(snapshots(), 'id-9')))?.sequence).toBe(8);
  });

  it('has nothing to do without actions', async () => {
    const {
      fix: told,
      outcome,
      snapshots: listed,
    } = await fixed({}, { plan: { ...plan, actions: [] } });
    expect([told.outcome, outcome]).toEqual(['nothing-to-do', 'succeeded']);
    expect(told).toMatchObject({ changes: [], snapshotId: null, log: [], left: [] });
    expect(listed).toEqual([]);
    expect(steps).toEqual(['prepare']);
    expect(await describeTree(paper.root)).toEqual(tree);
  });

  it.each<[string, () => Partial<PaperPip>, string, string]>([
    [
      'a live Python that crashes',
      () => ({ live: { state: 'absent', how: 'probe' } }),
      'undone',
      'verification-failed',
    ],
    [
      'a package that cannot be imported',
      () => ({ live: live({ xformers: null }) }),
      'undone',
      'verification-failed',
    ],
    [
      'a pip that installs nothing',
      () => ({ after: inInstall(() => rm(join(paper.sitePackages, 'xformers', 'version.py'))) }),
      'undone',
      'installed-elsewhere',
    ],
    [
      'a pip that fails in the middle',
      () => ({ after: inInstall(async () => fail('pip-failed')) }),
      'undone',
      'pip-failed',
    ],
    [
      'a cancel while pip installs',
      () => ({
        after: inInstall(async () => {
          abort.abort();
          throw new Error('ended');
        }),
      }),
      'cancelled',
      'cancelled',
    ],
    [
      'a bug',
      () => ({ after: inInstall(() => Promise.reject(new TypeError('a bug'))) }),
      'undone',
      'unexpected',
    ],
  ])('is put back after %s', async (_, pip, outcome, code) => {
    const { fix: told, outcome: end, problem } = await fixed(pip());
    expect([told.outcome, problem?.code, told.problem?.code]).toEqual([outcome, code, code]);
    expect(end).toBe(outcome === 'cancelled' ? 'cancelled' : 'failed');
    expect(told).toMatchObject({ changes: [], after: null, verification: null, snapshotId: null });
    expect(await describeTree(paper.root)).toEqual(tree);
    expect(await readdir(paper.paths.staging)).toEqual([]);
    expect((await head())?.state).toBe('restored');
    expect(steps).toContain('undo');
    expect(notes.at(-1)).toMatch(/^undo progress.restoring .*"count":\d\d/);
  });

  it('leaves what came meanwhile, and tells it', async () => {
    const mine = join(paper.sitePackages, 'xformers', 'version.py');
    const after = inInstall(async () => {
      await write(mine, 'mine');
      fail('pip-failed');
    });
    const { fix: told } = await fixed({ after });
    expect(told.left).toEqual([mine]);
    expect(await readFile(mine, 'utf8')).toBe('mine');
  });

  it('needs attention where another installer was faster', async () => {
    const after = inInstall(async () => {
      await rm(join(paper.sitePackages, 'xformers-0.0.29.post3.dist-info'), { recursive: true });
      await write(join(paper.sitePackages, 'xformers-9.dist-info', 'RECORD'), '');
      fail('pip-failed');
    });
    const { fix: told, outcome } = await fixed({ after });
    expect([told.outcome, outcome]).toEqual(['needs-attention', 'failed']);
    expect(told.problem?.code).toBe('pip-failed');
  });

  it('needs attention where it cannot be put back; its wheels stay', async () => {
    const after = inInstall(async () => {
      await rm(join(snapshots(), 'id-2', 'held'), { recursive: true });
      fail('pip-failed');
    });
    const { fix: told } = await fixed({ after });
    expect([told.outcome, told.problem?.code]).toEqual(['needs-attention', 'snapshot-damaged']);
    expect((await head())?.state).toBe('restoring');
    expect(await readdir(paper.paths.staging)).toEqual(['id-1']);
    expect((await readdir(paper.sitePackages)).filter((name) => name.includes('lock'))).toEqual([]);
    expect(await readdir(join(paper.paths.staging, 'id-1'))).not.toContain('lock.1');
  });
});
