import { describe, expect, test } from 'vitest';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli, runCliJson } from '../support/command-line.ts';
import { sandboxWithIndex } from '../support/sandbox-with-index.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { makeComfyUiClone, makeScenario } from '../support/scenarios.ts';
import { digestTree } from '../support/tree-digest.ts';

// As `unknown`: what expect.any() answers is `any`, which would silence the compiler.
const aText: unknown = expect.any(String);
const aNumber: unknown = expect.any(Number);
const anObject: unknown = expect.any(Object);
const aTime: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

const sandbox = await sandboxWithIndex();

describe('fix, snapshots and rollback', () => {
  test('the whole way: consent, repair, proof, and back to the byte', async () => {
    const environment = await makeScenario('mismatched');
    const before = await digestTree(environment.root);

    const refused = await runCliJson(sandbox, ['fix', environment.root]);
    expect([refused.exitCode, refused.at('problem', 'code')]).toEqual([2, 'invalid-request']);
    expect(refused.at('plan', 'changes', 0, 'to')).toBe('0.0.29.post3');
    const shown = await runCli(sandbox, ['fix', environment.root]);
    expect(shown.exitCode).toBe(2);
    expect(shown.stdout).toContain('--yes');
    expect(await digestTree(environment.root)).toBe(before);

    const id = String(refused.at('plan', 'id'));
    const fixed = await runCliJson(sandbox, ['fix', environment.root, '--plan', id, '--yes']);
    expect([fixed.exitCode, fixed.at('outcome')]).toEqual([0, 'fixed']);
    expect(fixed.document).toMatchObject({
      plan: { id },
      before: { verdict: 'problem' },
      after: { verdict: 'healthy' },
      changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
      snapshotId: aText,
    });
    expect(fixed.at('log')).not.toEqual([]);
    expect(fixed.stderr).toContain('pip');

    const outdated = await runCliJson(sandbox, ['fix', environment.root, '--plan', id, '--yes']);
    expect([outdated.exitCode, outdated.at('problem', 'code')]).toEqual([5, 'plan-outdated']);

    const verified = await runCliJson(sandbox, ['verify', environment.root]);
    expect(verified.exitCode).toBe(0);
    expect(verified.each('rungs', 'outcome')).toEqual([
      ...['pass', 'pass', 'pass', 'pass'],
      // Without a card PyTorch's own attention computes on the processor; Triton has nothing to run on.
      ...['pass', 'pass', 'skipped', 'skipped'],
    ]);
    expect(verified.at('backends', 0)).toMatchObject({
      id: 'sdpa',
      outcome: 'pass',
      device: 'cpu',
    });
    expect(verified.at('recommended')).toMatchObject({ backend: aText });

    const listed = await runCliJson(sandbox, ['snapshots', environment.root]);
    expect(listed.at('snapshots')).toHaveLength(1);
    const snapshotId = String(listed.at('snapshots', 0, 'id'));
    expect(listed.at('snapshots', 0)).toMatchObject({
      id: fixed.at('snapshotId'),
      at: aTime,
      reason: aText,
      bytes: aNumber,
    });

    const asked = await runCli(sandbox, ['rollback', environment.root]);
    expect([asked.exitCode, asked.stdout.includes(snapshotId)]).toEqual([2, true]);
    const back = await runCliJson(sandbox, ['rollback', environment.root, '--yes']);
    expect([back.exitCode, back.at('outcome')]).toEqual([0, 'restored']);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('a healthy environment is left as it is, whoever says yes', async () => {
    const environment = await makeScenario('healthy');
    const before = await digestTree(environment.root);
    const run = await runCliJson(sandbox, ['fix', environment.root, '--yes']);
    expect([run.exitCode, run.at('outcome'), run.at('snapshotId')]).toEqual([
      0,
      'nothing-to-do',
      null,
    ]);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('verify on a mismatched environment fails a rung and changes nothing', async () => {
    const environment = await makeScenario('mismatched');
    const before = await digestTree(environment.root);
    const run = await runCliJson(sandbox, ['verify', environment.root]);
    expect(run.exitCode).toBe(1);
    expect(run.each('rungs', 'id').slice(0, 2)).toEqual(['attribute', 'extension']);
    expect(run.each('rungs', 'outcome').slice(0, 2)).toEqual(['pass', 'fail']);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('there is nothing to go back to before the first repair', async () => {
    const environment = await makeScenario('mismatched');
    const listed = await runCliJson(sandbox, ['snapshots', environment.root]);
    expect([listed.exitCode, listed.at('snapshots')]).toEqual([0, []]);
    for (const words of [[], ['--yes']]) {
      const run = await runCliJson(sandbox, ['rollback', environment.root, ...words]);
      expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'snapshot-unknown']);
    }
  });
});

describe('bundle', () => {
  test('writes a zip that does not name the user', async () => {
    const { root } = await makeComfyUiClone('mismatched', { at: join(sandbox.home, 'secret-ui') });
    const folder = await makeTemporaryFolder('bundle');
    const words = ['bundle', root, '--output', 'report.zip'];
    const run = await runCliJson(sandbox, words, folder);
    expect(run.exitCode).toBe(0);
    const file = join(folder, 'report.zip');
    expect(run.document).toMatchObject({ file, bytes: (await stat(file)).size });
    const names = run.each('entries', 'name');
    expect(names).toEqual(expect.arrayContaining(['report.json', 'report.md']));
    expect(run.at('redactions')).toEqual(anObject);
    const { unzipSync } = await import('fflate');
    const entries = unzipSync(await readFile(file));
    const text = Object.values(entries)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n');
    expect(text).not.toContain(sandbox.home);
    const opened = await runCliJson(sandbox, ['bundle', '--open', file]);
    expect(opened.exitCode).toBe(0);
    expect(opened.at('report', 'diagnosis', 'verdict')).toBe('problem');
    expect(opened.each('files', 'name')).toEqual(names);
  });

  test('a place that cannot be written is a problem with a sentence', async () => {
    const environment = await makeScenario('bare');
    const folder = await makeTemporaryFolder('unwritable');
    await writeFile(join(folder, 'file'), '');
    const output = join(folder, 'file', 'report.zip');
    const run = await runCliJson(sandbox, ['bundle', environment.root, '--output', output]);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'output-unwritable']);
  });
});
