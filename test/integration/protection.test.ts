import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanEnvironment, type TestEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';

const execute = promisify(execFile);
let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

/** The environment's own pip as a person calls it: with every settings file that it finds. */
async function pip(environment: TestEnvironment, ...words: string[]) {
  const variables: Record<string, string> = index.environment();
  delete variables['PIP_CONFIG_FILE'];
  const env = cleanEnvironment({ ...variables, HOME: await makeTemporaryFolder('home') });
  const all = ['-m', 'pip', 'install', '--no-cache-dir', ...words];
  return execute(environment.python, all, { env }).then(
    ({ stdout }) => ({ works: true, said: stdout }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({
      works: false,
      said: stdout + stderr,
    }),
  );
}

const folders = (root: string) => describeTree(root, { ignore: isBytecode });

it('what others install leaves the stack as it is, and all is as before when it goes', async () => {
  const { root, environment } = await makeComfyUiClone('mismatched');
  const node = join(root, 'custom_nodes', 'ComfyUI-Greedy');
  await mkdir(node, { recursive: true });
  await writeFile(join(node, 'requirements.txt'), 'numpy\ntorch==2.10.0\n');
  const before = await folders(root);
  // With settings files: without them nothing could hold pip back.
  const test = await startTestEngine({ index, environment: { PIP_CONFIG_FILE: '' } });
  const targetId = await test.engine.resolveTarget(root);

  const planned = await test.result({ kind: 'protect', targetId, how: 'plan' });
  expect(planned.protection.threats).toMatchObject([
    { source: 'ComfyUI-Greedy', requirement: 'torch==2.10.0', would: { to: '2.10.0' } },
    { source: 'xformers', kind: 'package' },
  ]);
  expect(await folders(root)).toEqual(before);
  const { planId } = planned.protection;
  const stale = await test.run({ kind: 'protect', targetId, how: 'on', planId: 'another' });
  expect(stale.problem?.code).toBe('plan-outdated');
  const { protection } = await test.result({ kind: 'protect', targetId, how: 'on', planId });
  expect(protection).toMatchObject({ outcome: 'protected', state: 'on' });
  const again = await test.result({ kind: 'protect', targetId, how: 'plan' });
  expect(again.protection.outcome).toBe('nothing-to-do');
  const guarded = await folders(root);

  for (const words of [
    ['-r', join(node, 'requirements.txt')],
    ['--upgrade', 'torch', '--extra-index-url', `${index.address}/whl/cpu/`, 'torch==2.6.0+cpu'],
    ['--force-reinstall', '--no-deps', 'xformers==0.0.29.post3'],
  ]) {
    const { works, said } = await pip(environment, ...words);
    expect([words, works]).toEqual([words, false]);
    expect(said).toMatch(/\(constraint\)|conflict/i);
  }
  const upgrade = await pip(environment, '--upgrade', 'torch', '--no-deps');
  expect([upgrade.works, upgrade.said]).toEqual([true, expect.stringContaining('already')]);
  expect(await folders(root)).toEqual(guarded);

  // The app's own repair is not held back, and what it brought is kept from then on.
  const { plan } = await test.result({ kind: 'plan', targetId, goal: 'recommended' });
  const { fix } = await test.result({ kind: 'fix', planId: plan.id });
  expect([fix.outcome, fix.after?.protection]).toEqual(['fixed', 'on']);
  const constraints = join(environment.root, 'attention-doctor-constraints.txt');
  expect(await readFile(constraints, 'utf8')).toContain('xformers===0.0.29.post3');
  const back = await test.result({ kind: 'rollback', targetId });
  expect([back.rollback.outcome, back.diagnosis?.protection]).toEqual(['restored', 'on']);
  expect(await folders(root)).toEqual(guarded);

  const off = await test.result({ kind: 'protect', targetId, how: 'off' });
  expect(off.protection).toMatchObject({ outcome: 'unprotected', state: 'off', left: [] });
  expect(await folders(root)).toEqual(before);
});
