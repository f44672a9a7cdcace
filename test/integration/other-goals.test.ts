import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Goal } from '../../shared/goal.ts';
import { makeEnvironment, type TestEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeComfyUiClone, makeScenario, scenarios } from '../support/scenarios.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';
import { flashAttentionWheel } from '../support/wheels/companions.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

let index: IndexServer;
beforeAll(async () => {
  const catalogue = standardCatalogue();
  const flash = (version: string, torch: string) => flashAttentionWheel({ version, torch });
  catalogue.simple = [
    ...(catalogue.simple ?? []).filter((each) => each.name !== 'flash_attn'),
    flash('2.8.3+cu12torch2.6cxx11abiFALSE', '2.6.0+cu124'),
    flash('2.8.3+cu12torch2.8cxx11abiTRUE', '2.8.0+cu128'),
    flash('2.8.3+cu13torch2.10cxx11abiTRUE', '2.10.0+cu130'),
  ];
  index = await startIndex({ catalogue });
});
afterAll(() => index.close());

/** Plans and carries out a goal, and rolls it back: the tree has to be what it was. */
async function through(environment: TestEnvironment, goal: Goal) {
  const test = await startTestEngine({ index });
  const before = await describeTree(environment.root, { ignore: isBytecode });
  const targetId = await test.engine.resolveTarget(environment.root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal });
  const { fix } = await test.result({ kind: 'fix', planId: plan.id });
  const moved = plan.changes.map(({ name, from, to }) => `${name} ${from ?? '-'} ${to ?? '-'}`);
  if (fix.outcome === 'fixed') await test.result({ kind: 'rollback', targetId });
  expect(await describeTree(environment.root, { ignore: isBytecode })).toEqual(before);
  return { moved, fix, plan };
}

describe('upgrade-stack', () => {
  it('brings the newest torch of the index with everything that goes with it', async () => {
    const { moved, fix } = await through(await makeScenario('mismatched'), 'upgrade-stack');
    expect(fix.outcome).toBe('fixed');
    expect(moved.sort()).toEqual([
      'torch 2.6.0+cu124 2.10.0+cu128',
      'torchvision 0.21.0+cu124 0.25.0+cu128',
      'triton 3.2.0 3.6.0',
      'xformers 0.0.27 0.0.35',
    ]);
  });

  it('takes out what was compiled for the old one', async () => {
    const packages = [
      ...scenarios.healthy(),
      flashAttentionWheel({ version: '2.7.4+cu12torch2.6cxx11abiFALSE', torch: '2.6.0+cu124' }),
    ];
    const { moved, plan } = await through(await makeEnvironment({ packages }), 'upgrade-stack');
    expect(moved).toContain('flash-attn 2.7.4+cu12torch2.6cxx11abiFALSE -');
    expect(plan.warnings.map((each) => each.key)).toContain('plan.warning.goes');
  });
});

describe('sageattention', () => {
  it('comes with the Triton that it needs', async () => {
    const { moved, fix } = await through(await makeScenario('tritonMissing'), 'sageattention');
    expect(fix.outcome).toBe('fixed');
    expect(moved).toEqual(['sageattention - 1.0.6', 'triton - 3.2.0']);
  });
});

describe('flash-attn', () => {
  it('comes as the build for this torch, whatever else the index has under the same number', async () => {
    const { moved, fix } = await through(await makeScenario('noXformers'), 'flash-attn');
    expect(fix.outcome).toBe('fixed');
    expect(moved).toEqual(['flash-attn - 2.8.3+cu12torch2.6cxx11abiFALSE']);
  });

  it('does not come where there is none for this torch', async () => {
    const packages = [
      torchWheel({ version: '2.9.1+cu128' }),
      xformersWheel({ version: '0.0.33', torch: '2.9.1+cu128' }),
    ];
    const environment = await makeEnvironment({ packages });
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(environment.root);
    const { problem } = await test.run({ kind: 'plan', targetId, goal: 'flash-attn' });
    expect(problem).toMatchObject({ code: 'no-matching-wheel', params: { name: 'flash-attn' } });
  });
});

describe('pytorch-attention', () => {
  it('writes its flag into the start script, and the script comes back to the byte', async () => {
    const { root } = await makeComfyUiClone('healthy');
    const script = join(root, 'run.sh');
    await writeFile(script, '#!/bin/sh\n# 启动\npython main.py --use-sage-attention --listen\n', {
      mode: 0o751,
    });
    const before = await describeTree(root, { ignore: isBytecode });
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(root);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'pytorch-attention' });
    expect(plan).toMatchObject({ changes: [], pinned: [], downloadBytes: 0 });
    expect(plan.actions).toMatchObject([{ kind: 'edit-file', path: script }]);
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    expect(await readFile(script, 'utf8')).toBe(
      '#!/bin/sh\n# 启动\npython main.py --use-pytorch-cross-attention --listen\n',
    );
    expect((await stat(script)).mode & 0o777).toBe(0o751);
    const again = await test.result({ kind: 'plan', targetId, goal: 'pytorch-attention' });
    expect(again.plan.actions).toEqual([]);
    await test.result({ kind: 'rollback', targetId });
    expect(await describeTree(root, { ignore: isBytecode })).toEqual(before);
  });

  it('leaves a script alone that its owner has edited since', async () => {
    const { root } = await makeComfyUiClone('healthy');
    const script = join(root, 'run.sh');
    await writeFile(script, 'python main.py\n');
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(root);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'pytorch-attention' });
    await test.result({ kind: 'fix', planId: plan.id });
    await writeFile(script, 'python main.py --use-pytorch-cross-attention --lowvram\n');
    const state = await test.run({ kind: 'rollback', targetId });
    expect(state.problem?.code).toBe('changed-since');
    expect(await readFile(script, 'utf8')).toContain('--lowvram');
  });
});

describe('repair', () => {
  it('sets folders aside in which there is nothing at all, and they come back', async () => {
    const environment = await makeScenario('healthy');
    await mkdir(join(environment.sitePackages, '~orch', 'lib', 'cuda'), { recursive: true });
    const { fix, plan } = await through(environment, 'repair');
    expect(plan.actions).toMatchObject([{ kind: 'set-aside' }]);
    expect(fix.outcome).toBe('fixed');
  });

  it('sets leftovers aside and brings damaged packages again in their version', async () => {
    const environment = await makeScenario('healthy');
    const { sitePackages } = environment;
    await mkdir(join(sitePackages, '~orch', 'lib'), { recursive: true });
    await writeFile(join(sitePackages, '~orch', 'lib', 'a.so'), 'old');
    // What pip had emptied already: nothing but folders, one of them with a mode of its own.
    await mkdir(join(sitePackages, '~umpy', 'core', 'lib'), { recursive: true });
    await mkdir(join(sitePackages, '~orch', 'empty', 'deep'), { recursive: true });
    await chmod(join(sitePackages, '~orch', 'empty', 'deep'), 0o700);
    await rm(join(sitePackages, 'xformers', '_C.so'));
    const { moved, fix, plan } = await through(environment, 'repair');
    expect(plan.actions.map(({ kind }) => kind)).toEqual(['set-aside', 'pip-install']);
    expect(moved).toEqual(['xformers 0.0.29.post3 0.0.29.post3']);
    expect(fix.outcome).toBe('fixed');
  });
});
