import { expect, test } from 'vitest';
import { runCli, runCliJson } from '../support/command-line.ts';
import { sandboxWithIndex } from '../support/sandbox-with-index.ts';
import { makeScenario } from '../support/scenarios.ts';
import { describeTree } from '../support/tree-digest.ts';

const sandbox = await sandboxWithIndex();

test('trial: one document, and in words with the way to take it over', async () => {
  const { root } = await makeScenario('mismatched');
  const before = await describeTree(root, { times: true });
  const run = await runCliJson(sandbox, ['trial', root]);
  expect([run.exitCode, run.at('outcome'), run.at('problem')]).toEqual([0, 'works', null]);
  expect(run.document).toMatchObject({
    schema: 1,
    plan: { goal: 'recommended' },
  });
  expect(run.at('verification', 'rungs', 1)).toMatchObject({ id: 'extension', outcome: 'pass' });
  const id = String(run.at('plan', 'id'));

  const english = await runCli(sandbox, ['trial', root, '--goal', 'recommended']);
  expect(english.exitCode).toBe(0);
  expect(english.stdout).toContain('It would work.');
  expect(english.stdout).toContain(`attention-doctor fix ${root} --plan ${id} --yes`);
  const chinese = await runCli(sandbox, ['trial', root, '--lang', 'zh-CN']);
  expect(chinese.stdout).toContain('可行');
  expect(await describeTree(root, { times: true })).toEqual(before);

  const fixed = await runCliJson(sandbox, ['fix', root, '--plan', id, '--yes']);
  expect([fixed.exitCode, fixed.at('outcome')]).toEqual([0, 'fixed']);
});

test('trial: a goal that cannot be reached here is refused before anything is downloaded', async () => {
  const { root } = await makeScenario('bare');
  const run = await runCliJson(sandbox, ['trial', root, '--goal', 'xformers']);
  expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'torch-missing']);
});
