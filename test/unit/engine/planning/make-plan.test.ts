import { describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { fail } from '../../../../shared/problem.ts';
import { factsWith, torch, xformers } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { reported } from '../../../support/paper-index.ts';
import { mismatched, planning, type Planning } from '../../../support/paper-plan.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const planned = (given: Planning = {}) => planning(given).planned;

const pipDownload =
  '/env/bin/python -B -m pip download --no-deps --only-binary :all: --progress-bar off --dest wheels';
const pipInstall =
  '/env/bin/python -B -m pip install --no-index --no-deps --require-hashes --find-links wheels --progress-bar off --no-warn-script-location --no-compile';

describe('a plan', () => {
  it('names exactly what moves, what stays, and what it costs', async () => {
    const { id, ...content } = await planned();
    expect(id).toMatch(/^plan-[0-9a-f]{16}$/);
    expect(content).toEqual({
      targetId: 'install-1',
      environmentId: 'environment-1',
      environmentRoot: '/env',
      executable: '/env/bin/python',
      goal: 'xformers',
      actions: [
        {
          kind: 'pip-install',
          wheels: [
            {
              name: 'xformers',
              version: '0.0.29.post3',
              fileName: 'xformers-0.0.29.post3.whl',
              url: 'https://index.example/xformers-0.0.29.post3.whl',
              sha256: 'a1',
              bytes: 100,
            },
          ],
          indexUrl: null,
          forceReinstall: false,
        },
      ],
      changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
      pinned: [
        { name: 'torch', version: '2.6.0+cu124' },
        { name: 'numpy', version: '1.26.4' },
      ],
      downloadBytes: 100,
      diskBytes: 500,
      commands: [
        `${pipDownload} xformers==0.0.29.post3`,
        `${pipInstall} --requirement action-0.txt`,
      ],
      undo: { key: 'plan.undo' },
      warnings: [],
    });
  });

  it('is known by its content', async () => {
    const { id } = await planned();
    expect((await planned()).id).toBe(id);
    const dearer = await planned({ own: { contentLength: () => Promise.resolve(101) } });
    expect(dearer.id).not.toBe(id);
  });

  it('names a package that was not there', async () => {
    const of = mismatched({ distributions: packages('torch==2.6.0+cu124') });
    expect((await planned({ of })).changes).toEqual([
      { name: 'xformers', from: null, to: '0.0.29.post3' },
    ]);
  });

  it('brings all wheels together, and does not know the size of all where one is not told', async () => {
    const find = () => [reported('torch', '2.6.1'), reported('xformers', '0.0.29')];
    const both = await planned({ index: { find } });
    expect(both).toMatchObject({ downloadBytes: 200, diskBytes: 1000 });
    expect(both.commands[0]).toMatch(/torch==2.6.1 xformers==0.0.29$/);
    const contentLength: System['contentLength'] = async (url) =>
      url.includes('torch') ? null : 9;
    expect(await planned({ index: { find }, own: { contentLength } })).toMatchObject({
      downloadBytes: null,
      diskBytes: null,
    });
  });

  it('says which index it takes from, without its password, and that a build comes again', async () => {
    const own = {
      environment: { ATTENTION_DOCTOR_TORCH_INDEX: 'https://me:secret@mirror.example/whl' },
    };
    const of = mismatched({
      torch: torch('2.9.1+cu130', '13.0'),
      xformers: xformers('0.0.33.post2', '2.9.1+cu128'),
      distributions: packages('xformers==0.0.33.post2'),
    });
    const plan = await planned({
      of,
      own,
      index: { find: () => [reported('xformers', '0.0.33.post2')] },
    });
    const indexUrl = 'https://mirror.example/whl/cu130';
    expect(plan.actions).toMatchObject([{ indexUrl, forceReinstall: true }]);
    expect(plan.commands).toEqual([
      `PIP_INDEX_URL=${indexUrl} ${pipDownload} xformers==0.0.33.post2`,
      `${pipInstall} --force-reinstall --requirement action-0.txt`,
    ]);
  });
});

describe('on Windows', () => {
  const windows = { platform: 'win32' as const, holders: () => Promise.resolve([]) };
  const inTheWay = (own: Partial<Facts> = {}) =>
    mismatched({
      platform: 'win32',
      distributions: packages('torch==2.6.0+cu124', 'triton==3.2.0'),
      ...own,
    });

  it('what is in the way goes first', async () => {
    const find = () => [reported('triton-windows', '3.2.0')];
    const plan = await planned({ of: inTheWay(), goal: 'triton', own: windows, index: { find } });
    expect(plan.actions.map((each) => each.kind)).toEqual(['pip-uninstall', 'pip-install']);
    expect(plan.actions[0]).toEqual({ kind: 'pip-uninstall', names: ['triton'] });
    expect(plan.changes).toEqual([
      { name: 'triton-windows', from: null, to: '3.2.0' },
      { name: 'triton', from: '3.2.0', to: null },
    ]);
    expect(plan.pinned).toEqual([{ name: 'torch', version: '2.6.0+cu124' }]);
    expect(plan.commands).toEqual([
      `${pipDownload} triton-windows==3.2.0`,
      '/env/bin/python -B -m pip uninstall --yes --requirement action-0.txt',
      `${pipInstall} --requirement action-1.txt`,
    ]);
  });

  it('what is in the way stays where pip has nothing to bring', async () => {
    const plan = await planned({
      ...{ of: inTheWay(), goal: 'triton', own: windows, index: { find: () => [] } },
    });
    expect(plan).toMatchObject({ actions: [], changes: [], pinned: [], commands: [] });
    expect(plan.undo).toEqual({ key: 'plan.undo.nothing' });
  });

  it('what is in the way has to have a list of its files', async () => {
    const distributions = packages('torch==2.6.0+cu124', 'triton==3.2.0').map((each) => ({
      ...each,
      hasRecord: each.name === 'torch',
    }));
    const find = () => [reported('triton-windows', '3.2.0')];
    const of = inTheWay({ distributions });
    const refused = planned({ of, goal: 'triton', own: windows, index: { find } });
    expect(await problemOf(refused)).toEqual({
      code: 'record-missing',
      params: { name: 'triton' },
    });
  });
});

describe('where there is nothing to do', () => {
  it('the plan is empty, and pip is not asked', async () => {
    const interpreter = { ...factsWith().interpreter, writable: false, pip: null };
    const of = mismatched({ interpreter }, { findings: [] });
    const { calls, planned: empty } = planning({ of, goal: 'recommended' });
    const { id, ...content } = await empty;
    expect(id).toMatch(/^plan-/);
    expect(content).toMatchObject({
      ...{ actions: [], changes: [], pinned: [], commands: [], warnings: [] },
      ...{ goal: 'recommended', downloadBytes: 0, diskBytes: 0 },
      undo: { key: 'plan.undo.nothing' },
    });
    expect(calls).toEqual([]);
  });
});

describe('a warning', () => {
  it('says what the choice leaves open', async () => {
    // No build for CUDA 12.9: one for another 12 is taken.
    const of = mismatched({ torch: torch('2.9.1+cu129', '12.9') });
    expect((await planned({ of })).warnings.map((each) => each.key)).toEqual([
      'plan.warning.other-cuda-minor',
    ]);
  });

  it('says what would not fit any more, and what nobody sees', async () => {
    const folder = await makeTemporaryFolder('plan');
    await write(`${folder}/METADATA`, 'Name: asks\nRequires-Dist: xformers<0.0.28\n');
    const asks = { name: 'asks', version: '1', location: folder, hasRecord: true };
    const of = mismatched({ distributions: [...packages('xformers==0.0.27'), asks] });
    const processes = async () => fail('processes-unknown');
    const goal = 'torch-cuda';
    // Where PyTorch itself moves, what others then complain of is told; elsewhere it is refused.
    expect((await planned({ of, goal, own: { processes } })).warnings).toEqual([
      { key: 'plan.warning.no-driver-seen' },
      {
        key: 'plan.warning.breaks',
        params: { by: 'asks', name: 'xformers', specifier: '<0.0.28' },
      },
      { key: 'plan.warning.processes-unknown' },
    ]);
  });
});

it('follows the remedy of the root cause', async () => {
  const plan = await planned({ goal: 'recommended' });
  expect([plan.goal, plan.changes[0]?.name]).toEqual(['recommended', 'xformers']);
});
