import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Repair } from '../../../../electron/engine/repair/apply.ts';
import { fix } from '../../../../electron/engine/repair/fix.ts';
import { writeHead } from '../../../../electron/engine/repair/journal.ts';
import type { Plan } from '../../../../shared/plan.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { inInstall, makePaperFix, type PaperFix } from '../../../support/paper-fix.ts';
import { planned, type PaperPip } from '../../../support/paper-pip.ts';
import { describeTree } from '../../../support/tree-digest.ts';
import { buildWheel } from '../../../support/wheels/wheel.ts';

let { paper, plan, tree, steps, notes, fixed, repairWith, head } = {} as PaperFix;
beforeEach(async () => {
  ({ paper, plan, tree, steps, notes, fixed, repairWith, head } = await makePaperFix());
});
const snapshots = () => paper.paths.snapshots('environment-1');

describe('what belongs to others', () => {
  it('is not written over', async () => {
    const theirs = buildWheel({ name: 'b', version: '1.0', files: { 'xformers/new.py': 'b' } });
    await write(join(paper.sitePackages, 'xformers', 'new.py'), 'b');
    await write(join(paper.sitePackages, 'b-1.0.dist-info', 'RECORD'), 'xformers/new.py,,\n');
    const own = buildWheel({
      ...{ name: 'xformers', version: '0.0.29.post3' },
      files: { 'xformers/new.py': 'a' },
    });
    const install = { kind: 'pip-install' as const, indexUrl: null, forceReinstall: false };
    const actions = [{ ...install, wheels: [planned(own)] }];
    const repair = repairWith({ wheels: [own, theirs] }, { plan: { ...plan, actions } });
    expect(await problemOf(fix(repair))).toMatchObject({
      code: 'belongs-to-others',
      params: { name: 'b' },
    });
    expect(steps).not.toContain('install');
    expect(await readFile(join(paper.sitePackages, 'xformers', 'new.py'), 'utf8')).toBe('b');
  });

  it('has to be the same afterwards', async () => {
    const shared = join(paper.sitePackages, 'xformers', 'ours.py');
    await write(shared, 'b');
    await write(join(paper.sitePackages, 'b-1.0.dist-info', 'RECORD'), 'xformers/ours.py,,\n');
    const after = inInstall(() => write(shared, 'changed'));
    const { fix: told } = await fixed({ after });
    expect(told.problem).toMatchObject({ code: 'verification-failed', detail: shared });
  });
});

describe('before anything is changed', () => {
  const refused = async (parts: Partial<Repair>, pip: Partial<PaperPip> = {}) =>
    (await problemOf(fix(repairWith(pip, parts))))?.code;

  it('what is not as reviewed is refused', async () => {
    const pinned = [{ name: 'torch', version: '1.0' }];
    expect(await refused({ plan: { ...plan, pinned } })).toBe('plan-outdated');
    expect(await refused({ plan: { ...plan, diskBytes: 1e18 } })).toBe('disk-full');
    expect(steps).toEqual(['prepare', 'prepare']);
  });

  it('nothing may run, also at the last moment', async () => {
    const comfyui = {
      ...{ pid: 7, parentPid: null, executable: null, workingFolder: null },
      arguments: [paper.python, 'main.py'],
    };
    const repair = repairWith({});
    let asked = 0;
    const running = (from: number) => ({
      ...repair.system,
      processes: async () => ((asked += 1) >= from ? [comfyui] : []),
    });
    expect(await refused({ system: running(1) })).toBe('comfyui-running');
    asked = 0;
    expect(await refused({ system: running(2) })).toBe('comfyui-running');
    expect(await describeTree(paper.root)).toEqual(tree);
  });

  it('an index has what was reviewed', async () => {
    expect(await refused({}, { wheels: [] })).toBe('index-changed');
    expect(await describeTree(paper.root)).toEqual(tree);
    expect(await readdir(paper.paths.staging)).toEqual([]);
  });

  it('that it is not told what runs has to be agreed to', async () => {
    const system = { ...repairWith({}).system, processes: async () => fail('processes-unknown') };
    expect(await refused({ system })).toBe('processes-unknown');
    const warnings: Plan['warnings'] = [{ key: 'plan.warning.processes-unknown' }];
    const { fix: told } = await fixed({}, { system, plan: { ...plan, warnings } });
    expect(told.outcome).toBe('fixed');
  });

  it('an interrupted repair is ended, and what nobody needs goes', async () => {
    await fixed();
    const folder = join(snapshots(), 'id-2');
    const noted = await head();
    if (noted) await writeHead(paper.system, folder, { ...noted, state: 'restoring' });
    await write(join(paper.paths.staging, '0b5b4c8a', 'x'));
    const { fix: told } = await fixed({}, { plan: { ...plan, id: 'again' } });
    expect(notes.filter((each) => each.includes('recovering'))).toHaveLength(1);
    expect(told.outcome).toBe('fixed');
    expect(await head()).toMatchObject({ state: 'kept', planId: 'again', sequence: 2 });
    expect(await readdir(paper.paths.staging)).toEqual([]);
  });
});
