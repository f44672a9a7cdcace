import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSandbox, runCli, runCliJson } from '../support/command-line.ts';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeComfyUiClone, makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const sandbox = await makeSandbox();

describe('find, where a root was named', () => {
  const refused = async (name: string) => {
    const folder = await makeTemporaryFolder('roots');
    await writeFile(join(folder, 'notes.txt'), 'main.py');
    return join(folder, name);
  };
  test.each([
    ['missing', 'not-found', 'There is nothing at'],
    ['notes.txt', 'not-an-environment', 'neither a ComfyUI folder nor a Python environment'],
  ])('%s is said, not passed over', async (name, code, sentence) => {
    const root = await refused(name);
    const run = await runCliJson(sandbox, ['find', '--root', root, '--only-roots']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([2, code]);
    const text = await runCli(sandbox, ['find', '--root', root, '--only-roots']);
    expect(text.stderr).toContain(sentence);
    expect(text.stderr).toContain(root);
  });

  test.each([
    ['a start script', 'run.sh'],
    ['main.py', 'main.py'],
    ['the python of its environment', 'venv/bin/python'],
    ['the folder with the quotes that it was copied with', ''],
  ])('%s means the install beside it', async (what, name) => {
    const { root } = await makeComfyUiClone('bare');
    await writeFile(join(root, 'run.sh'), 'venv/bin/python main.py\n');
    const named = join(root, name);
    const words = what.includes('quotes') ? `"${named}"` : named;
    const run = await runCliJson(sandbox, ['find', '--root', words, '--only-roots']);
    expect(run.each('installs', 'sourceRoot')).toEqual([root]);
  });
});

describe('an id that a search printed', () => {
  test('is a target in the next start, wherever that search was', async () => {
    const { root } = await makeComfyUiClone('healthy');
    const bare = await makeScenario('healthy');
    const words = ['--root', root, '--root', dirname(bare.root), '--only-roots'];
    const found = await runCliJson(sandbox, ['find', ...words]);
    const empty = await makeTemporaryFolder('empty');
    await runCliJson(sandbox, ['find', '--root', empty, '--only-roots']);
    const ids = [...found.each('installs', 'id'), ...found.each('environments', 'id')];
    expect(ids.length).toBeGreaterThanOrEqual(3);
    for (const id of ids) {
      const run = await runCliJson(sandbox, ['diagnose', String(id), '--static']);
      expect([run.exitCode, run.at('targetId'), run.at('verdict')]).toEqual([0, id, 'healthy']);
    }
  });

  test('whose folder is gone leads nowhere', async () => {
    const { root } = await makeComfyUiClone('bare');
    const found = await runCliJson(sandbox, ['find', '--root', root, '--only-roots']);
    await rename(root, `${root}-moved`);
    const run = await runCliJson(sandbox, [
      'diagnose',
      String(found.at('installs', 0, 'id')),
      '--static',
    ]);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([2, 'not-found']);
  });
});

describe('a ComfyUI whose Python no file tells', () => {
  test.each(['diagnose', 'plan', 'verify'])('%s says so and what to name', async (command) => {
    const root = await makeComfyUi();
    const run = await runCliJson(sandbox, [command, root]);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([2, 'python-unknown']);
    const text = await runCli(sandbox, [command, root]);
    expect(text.stderr).toContain(`ComfyUI was found in ${root}`);
    expect(text.stderr).toContain('diagnose PYTHON');
  });
});

describe('a folder around one install', () => {
  test('means that install', async () => {
    const above = join(await makeTemporaryFolder('template'), 'runpod-slim');
    await mkdir(above);
    const { root } = await makeComfyUiClone('healthy', { at: join(above, 'ComfyUI') });
    const run = await runCliJson(sandbox, ['diagnose', above, '--static']);
    expect([run.exitCode, run.at('install', 'sourceRoot')]).toEqual([0, root]);
  });

  test('is no target where it holds several', async () => {
    const above = await makeTemporaryFolder('several');
    await makeComfyUiClone('bare', { at: join(above, 'one') });
    await makeComfyUiClone('bare', { at: join(above, 'two') });
    const run = await runCliJson(sandbox, ['diagnose', above, '--static']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([2, 'not-an-environment']);
  });
});
