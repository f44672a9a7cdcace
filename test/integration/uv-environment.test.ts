import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../build/find-program.mjs';
import { cleanEnvironment, environmentAt } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { scenarios } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';
import { unpackWheel } from '../support/unpack-wheel.ts';

const execute = promisify(execFile);
const program = findProgram([process.env['UV_PATH'], 'uv']);
const title = program
  ? 'an environment that uv made'
  : 'an environment that uv made: skipped, no uv on the PATH and none in UV_PATH';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

describe.skipIf(program === null)(title, () => {
  it('is repaired by our own pip, and uv finds it as it should be, before and after', async () => {
    const root = join(await makeTemporaryFolder('uv'), 'venv');
    const uv = async (words: string[]): Promise<string> => {
      const env = cleanEnvironment({ UV_CACHE_DIR: await makeTemporaryFolder('uv-cache') });
      const { stdout, stderr } = await execute(program ?? '', words, { env });
      return stdout + stderr;
    };
    await uv(['venv', '--offline', '--no-project', '--python', 'python3', root]);
    const environment = await environmentAt(root);
    for (const wheel of scenarios.mismatched()) await unpackWheel(environment, wheel);
    const listed = () => uv(['pip', 'list', '--python', environment.python, '--format', 'json']);
    const asked = () => uv(['pip', 'check', '--python', environment.python]);
    const xformers = async () =>
      (JSON.parse((await listed()).split('\n')[0] ?? '') as { name: string; version: string }[])
        .filter(({ name }) => name === 'xformers')
        .map(({ version }) => version);
    const before = await describeTree(root, { ignore: isBytecode });

    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(root);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'recommended' });
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect([fix.outcome, fix.problem]).toEqual(['fixed', null]);
    expect(await xformers()).toEqual(['0.0.29.post3']);
    expect(await asked()).toContain('All installed packages are compatible');
    const note = join(environment.sitePackages, 'xformers-0.0.29.post3.dist-info', 'INSTALLER');
    // Who put it there, truly; uv reads the RECORD and takes it away as its own.
    expect((await readFile(note, 'utf8')).trim()).toBe('pip');

    await test.result({ kind: 'rollback', targetId, snapshotId: fix.snapshotId ?? '' });
    expect(await describeTree(root, { ignore: isBytecode })).toEqual(before);
    expect(await xformers()).toEqual(['0.0.27']);

    // And the other way about: uv takes away what our pip put in.
    const again = await test.result({ kind: 'plan', targetId, goal: 'recommended' });
    await test.result({ kind: 'fix', planId: again.plan.id });
    await uv(['pip', 'uninstall', '--python', environment.python, 'xformers']);
    expect(await xformers()).toEqual([]);
  });
});
