import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSandbox, runCliJson } from '../support/command-line.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

/** Modules that our own Pythons import, each of which says that it was. */
const planted = ['json.py', 'zipfile.py', 'pip.py', 'torch.py', 'sitecustomize.py'];

test('a repair runs nothing of what lies in the folder where it is called', async () => {
  const called = await makeTemporaryFolder('called');
  const mark = join(called, 'mark-');
  for (const name of planted) {
    await writeFile(
      join(called, name),
      `import os\nopen(${JSON.stringify(mark)} + ${JSON.stringify(name)}, 'w')\nraise SystemExit(9)\n`,
    );
  }
  const environment = await makeScenario('mismatched');
  const words = ['fix', environment.root, '--yes'];
  const run = await runCliJson(await makeSandbox(index), words, called);
  expect([run.exitCode, run.at('outcome')]).toEqual([0, 'fixed']);
  expect((await readdir(called)).sort()).toEqual([...planted].sort());
});
