import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownWheelOf } from '../../shared/plan.ts';
import { makeEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeScenario, scenarios } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';
import { flashAttentionWheel } from '../support/wheels/companions.ts';
import type { BuiltWheel } from '../support/wheels/wheel.ts';

let index: IndexServer;
beforeAll(async () => {
  // No index has it: only the file.
  index = await startIndex({ catalogue: { simple: [] } });
});
afterAll(() => index.close());

const fitting = flashAttentionWheel({
  version: '2.8.3+cu12torch2.6cxx11abiFALSE',
  torch: '2.6.0+cu124',
});

async function saved(wheel: BuiltWheel, name = wheel.fileName): Promise<string> {
  const file = join(await makeTemporaryFolder('down loads'), name);
  await writeFile(file, wheel.bytes);
  return file;
}

async function planWith(root: string, wheelFile: string) {
  const test = await startTestEngine({ index });
  const targetId = await test.engine.resolveTarget(root);
  const state = await test.run({ kind: 'plan', targetId, goal: 'flash-attn' }, { wheelFile });
  const plan = state.result?.kind === 'plan' ? state.result.plan : null;
  return { test, targetId, plan, problem: state.problem };
}

it('a wheel of the user’s own is tried, installed by its hash, and taken out again', async () => {
  const { root } = await makeScenario('noXformers');
  const before = await describeTree(root, { ignore: isBytecode });
  const file = await saved(fitting);
  const { test, targetId, plan } = await planWith(root, file);
  expect(plan?.changes).toEqual([{ name: 'flash-attn', from: null, to: fitting.version }]);
  expect(plan?.actions).toMatchObject([{ wheelFile: file, wheels: [{ sha256: fitting.sha256 }] }]);
  expect(plan?.commands[0]).toBe(`${file}: -> wheels`);
  const planId = plan?.id ?? '';
  const { trial } = await test.result({ kind: 'trial', planId });
  expect(trial.outcome).toBe('works');
  const { fix } = await test.result({ kind: 'fix', planId });
  expect(fix.outcome).toBe('fixed');
  await test.result({ kind: 'rollback', targetId });
  expect(await describeTree(root, { ignore: isBytecode })).toEqual(before);
});

it('is known to a page by its id alone', async () => {
  const { root } = await makeScenario('noXformers');
  const file = await saved(fitting);
  const test = await startTestEngine({ index });
  const targetId = await test.engine.resolveTarget(root);
  const folderId = test.engine.registerFolder(dirname(file));
  expect(await test.engine.listFolders(folderId)).not.toHaveProperty('wheels');
  await writeFile(join(dirname(file), 'notes.txt'), 'no wheel');
  const { wheels } = await test.engine.listFolders(folderId, true);
  expect(wheels).toEqual([{ wheelId: test.engine.registerWheel(file), name: fitting.fileName }]);
  expect(JSON.stringify(wheels)).not.toContain(dirname(file));
  const asked = { kind: 'plan', targetId, goal: 'flash-attn' } as const;
  const { plan } = await test.result({ ...asked, wheelId: wheels?.[0]?.wheelId ?? '' });
  expect(ownWheelOf(plan)).toMatchObject({
    file,
    wheel: { sha256: fitting.sha256 },
    fits: ['python', 'platform', 'torch', 'cuda'].map((each) => ({ key: `wheel.fits.${each}` })),
  });
  await expect(test.engine.start({ ...asked, wheelId: file })).rejects.toMatchObject({
    problem: { code: 'not-found' },
  });
});

it('takes the place of one with the same number', async () => {
  const packages = [...scenarios.noXformers(), fitting];
  const { root } = await makeEnvironment({ packages });
  const { plan } = await planWith(root, await saved(fitting));
  expect(plan?.actions).toMatchObject([{ kind: 'pip-install', forceReinstall: true }]);
});

it('is not installed where it has become another since it was reviewed', async () => {
  const { root } = await makeScenario('noXformers');
  const file = await saved(fitting);
  const { test, plan } = await planWith(root, file);
  const planId = plan?.id ?? '';
  await writeFile(file, 'something else');
  expect((await test.run({ kind: 'fix', planId })).problem?.code).toBe('plan-outdated');
  await rm(file);
  expect((await test.run({ kind: 'fix', planId })).problem?.code).toBe('plan-outdated');
});

it('is refused by its name before pip is asked', async () => {
  const { root } = await makeScenario('noXformers');
  const other = flashAttentionWheel({ version: '2.8.3+cu12torch2.8', torch: '2.8.0+cu128' });
  const { problem } = await planWith(root, await saved(other));
  expect(problem).toMatchObject({ code: 'wheel-unfit', reasons: [{ key: 'wheel.unfit.torch' }] });
});

it('says so where there is no such file', async () => {
  const { root } = await makeScenario('noXformers');
  const file = join(await makeTemporaryFolder('empty'), fitting.fileName);
  const { problem } = await planWith(root, file);
  expect(problem).toMatchObject({
    code: 'wheel-unfit',
    reasons: [{ key: 'wheel.unfit.absent' }],
  });
});
