import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeSandbox, runCliJson } from '../support/command-line.ts';
import { makeEnvironment, type TestEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

/** "bücher" as Windows wrote it in the nineties, and half a Chinese letter: no UTF-8. */
const oddNames = [Buffer.from('b\xfccher', 'latin1'), Buffer.from([0xe4, 0xb8])];

function oddPaths(folder: string, before: string, after: string): Buffer[] {
  return oddNames.map((name) =>
    Buffer.concat([Buffer.from(`${folder}/${before}`), name, Buffer.from(after)]),
  );
}

/** Folders and files of such names wherever a search or a repair looks. */
function addOddNames({ root, sitePackages }: TestEnvironment): void {
  for (const path of oddPaths(sitePackages, '', '-1.0.dist-info')) mkdirSync(path);
  for (const path of oddPaths(sitePackages, 'torch-', '.dist-info')) mkdirSync(path);
  mkdirSync(join(sitePackages, 'Copy of numpy-1.26.4.dist-info'));
  for (const path of oddPaths(sitePackages, '~', '')) mkdirSync(path);
  for (const path of oddPaths(join(root, 'bin'), 'python', '')) writeFileSync(path, '');
  for (const path of oddPaths(root, '', '')) {
    mkdirSync(path);
    writeFileSync(Buffer.concat([path, Buffer.from('/file.py')]), 'a = 1\n');
    symlinkSync(path, Buffer.concat([path, Buffer.from('-link')]));
  }
}

// macOS and Windows keep names as Unicode: there no such name can be made.
describe.runIf(process.platform === 'linux')('names that are no UTF-8', () => {
  test('find lists what else there is', async () => {
    const sandbox = await makeSandbox();
    const { home } = sandbox;
    const well = await makeComfyUi({ at: join(home, 'well', 'ComfyUI') });
    addOddNames(await makeEnvironment({ at: join(well, 'venv'), withoutPip: true }));
    for (const path of oddPaths(well, 'start-', '.sh')) writeFileSync(path, 'python main.py\n');
    mkdirSync(join(well, '.git', 'refs', 'tags'), { recursive: true });
    for (const path of oddPaths(join(well, '.git', 'refs', 'tags'), 'v', ''))
      writeFileSync(path, 'x');
    for (const path of oddPaths(home, '', '')) {
      mkdirSync(path);
      for (const name of ['main.py', 'nodes.py', 'pyvenv.cfg'])
        writeFileSync(Buffer.concat([path, Buffer.from(`/${name}`)]), '');
      symlinkSync(path, Buffer.concat([path, Buffer.from('-link')]));
    }
    symlinkSync(oddPaths(home, '', '')[0] ?? '', join(home, 'plain-link'));
    const run = await runCliJson(sandbox, ['find', '--root', home]);
    expect([run.exitCode, run.each('installs', 'sourceRoot')]).toEqual([0, [well]]);
    const named = await runCliJson(sandbox, ['diagnose', well, '--static']);
    expect(named.at('verdict')).toBeTypeOf('string');
  });

  test('diagnose answers, and a repair keeps them', async () => {
    const environment = await makeScenario('mismatched');
    addOddNames(environment);
    const sandbox = await makeSandbox(index);
    const seen = await runCliJson(sandbox, ['diagnose', environment.root]);
    expect([seen.exitCode, seen.at('verdict')]).toEqual([1, 'problem']);
    const run = await runCliJson(sandbox, ['fix', environment.root, '--yes']);
    expect([run.exitCode, run.at('outcome')]).toEqual([0, 'fixed']);
    const back = await runCliJson(sandbox, ['rollback', environment.root, '--yes']);
    expect([back.exitCode, back.at('outcome')]).toEqual([0, 'restored']);
  });
});
