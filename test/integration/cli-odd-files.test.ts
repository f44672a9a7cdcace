import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeComfyUi } from '../support/comfyui.ts';
import {
  makeSandbox,
  readAnswer,
  runCliJson,
  startCli,
  type Sandbox,
} from '../support/command-line.ts';
import { makeEnvironment } from '../support/environments.ts';
import { makeDeadMount, makePipe } from '../support/odd-files.ts';

/** An install and an environment that are well, beside which the odd ones stand. */
async function wellHome(): Promise<{ sandbox: Sandbox; well: string }> {
  const sandbox = await makeSandbox();
  const well = await makeComfyUi({ at: join(sandbox.home, 'well', 'ComfyUI') });
  await makeEnvironment({ at: join(well, 'venv'), withoutPip: true });
  return { sandbox, well };
}

function find({ home }: Sandbox): string[] {
  return ['find', '--root', home, '--only-roots'];
}

describe.skipIf(process.platform === 'win32')('find, where files are not what they seem', () => {
  test.each([
    ['pyvenv.cfg', 'a pipe', (file: string) => makePipe(file)],
    ['pyvenv.cfg', 'endless', (file: string) => symlink('/dev/zero', file)],
    ['comfyui_version.py', 'endless', (file: string) => symlink('/dev/zero', file)],
    ['comfyui_version.py', 'a pipe', (file: string) => makePipe(file)],
    ['comfyui_version.py', 'far too large', hugeFile],
    ['pyvenv.cfg', 'far too large', hugeFile],
    ['start.sh', 'a pipe', (file: string) => makePipe(file)],
    ['start.sh', 'endless', (file: string) => symlink('/dev/urandom', file)],
    ['.git', 'a pipe', (file: string) => makePipe(file)],
  ])('%s is %s: both installs are listed', async (name, _, make) => {
    const { sandbox, well } = await wellHome();
    const odd = await makeComfyUi({ at: join(sandbox.home, 'odd', 'ComfyUI') });
    const environment = await makeEnvironment({ at: join(odd, 'venv'), withoutPip: true });
    const file = join(name === 'pyvenv.cfg' ? environment.root : odd, name);
    await rm(file, { recursive: true, force: true });
    await make(file);
    const run = await runCliJson(sandbox, find(sandbox));
    expect([run.exitCode, run.each('installs', 'sourceRoot')]).toEqual([0, [odd, well]]);
    expect(run.at('elapsedMs')).toBeLessThan(5000);
  });

  test('settings of ours and of other programs that are pipes', async () => {
    const { sandbox, well } = await wellHome();
    await mkdir(sandbox.state, { recursive: true });
    for (const name of ['settings.json', 'found.json', 'places.json', 'results.json']) {
      await makePipe(join(sandbox.state, name));
    }
    await mkdir(join(sandbox.home, '.config', 'comfy-cli'), { recursive: true });
    await makePipe(join(sandbox.home, '.config', 'comfy-cli', 'config.ini'));
    await mkdir(join(sandbox.home, '.conda'));
    await makePipe(join(sandbox.home, '.conda', 'environments.txt'));
    const run = await runCliJson(sandbox, ['find', '--root', sandbox.home]);
    expect([run.exitCode, run.each('installs', 'sourceRoot')]).toEqual([0, [well]]);
  });
});

describe.skipIf(process.platform === 'win32')('diagnose --static of an environment', () => {
  async function withFile(name: string, make: (file: string) => Promise<unknown>) {
    const environment = await makeEnvironment({ withoutPip: true });
    const metadata = join(environment.sitePackages, 'torch-2.6.0.dist-info');
    await mkdir(metadata);
    await mkdir(join(environment.sitePackages, 'torch'));
    await writeFile(join(environment.sitePackages, 'torch', '__init__.py'), '');
    await make(join(environment.sitePackages, name));
    const sandbox = await makeSandbox();
    return runCliJson(sandbox, ['diagnose', environment.root, '--static']);
  }

  test.each([
    'torch-2.6.0.dist-info/METADATA',
    'torch-2.6.0.dist-info/RECORD',
    'torch-2.6.0.dist-info/INSTALLER',
    'torch/version.py',
  ])('%s is a pipe: an answer all the same', async (name) => {
    const run = await withFile(name, makePipe);
    expect(run.at('verdict')).toBeTypeOf('string');
  });

  test('torch/version.py is far too large: said, exit 4', async () => {
    const run = await withFile('torch/version.py', hugeFile);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'file-too-large']);
    expect(run.at('problem', 'message')).toContain('16 MiB');
  });
});

describe('a mount that does not answer', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends find within a second', async (signal) => {
    const mount = await makeDeadMount();
    if (!mount) return;
    const { sandbox } = await wellHome();
    onTestFinished(() => mount.close());
    await symlink(mount.folder, join(sandbox.home, 'drive'));
    const cli = startCli(sandbox, [...find(sandbox), '--json']);
    await cli.said('Look for ComfyUI');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begin = performance.now();
    cli.process.kill(signal);
    const run = await cli.ended;
    expect(performance.now() - begin).toBeLessThan(1500);
    // Older Node cannot end otherwise; a shell tells both as 130.
    expect([130, 'SIGINT']).toContain(run.exitCode ?? cli.process.signalCode);
    expect(readAnswer(run).at('problem', 'code')).toBe('cancelled');
  });

  test('find goes on without it', async () => {
    const { sandbox, well } = await wellHome();
    const mount = await makeDeadMount();
    if (!mount) return;
    onTestFinished(() => mount.close());
    await symlink(mount.folder, join(sandbox.home, 'drive'));
    const run = await runCliJson(sandbox, find(sandbox));
    expect(run.each('installs', 'sourceRoot')).toEqual([well]);
    expect(run.at('elapsedMs')).toBeLessThan(30_000);
  });
});

async function hugeFile(file: string): Promise<void> {
  await writeFile(file, '');
  await truncate(file, 20 * 1024 * 1024);
}
