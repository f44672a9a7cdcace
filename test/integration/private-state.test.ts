import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { makeSandbox, runCli, runCliJson, type Sandbox } from '../support/command-line.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

async function modeOf(place: string): Promise<string> {
  return ((await stat(place)).mode & 0o777).toString(8);
}

/** Everything at or below a folder with its permissions. */
async function modesIn(folder: string): Promise<[string, string][]> {
  const names = await readdir(folder, { recursive: true });
  const places = [folder, ...names.map((name) => join(folder, name))];
  return Promise.all(
    places.map(async (place): Promise<[string, string]> => [
      (await stat(place)).isDirectory() ? 'folder' : 'file',
      await modeOf(place),
    ]),
  );
}

async function useAll(sandbox: Sandbox): Promise<void> {
  const { root } = await makeComfyUiClone('healthy');
  await runCli(sandbox, ['find', '--root', root, '--only-roots']);
  await runCli(sandbox, ['diagnose', root, '--static']);
}

describe.skipIf(process.platform === 'win32')('the state folder', () => {
  it('is made for this user alone, with all that is in it', async () => {
    const sandbox = await makeSandbox();
    // Its parents are made, too.
    const state = join(sandbox.folder, 'data', 'share', 'state');
    await useAll({
      ...sandbox,
      environment: { ...sandbox.environment, ATTENTION_DOCTOR_HOME: state },
    });
    const modes = await modesIn(state);
    expect(modes.length).toBeGreaterThan(4);
    for (const [kind, mode] of modes) expect(mode).toBe(kind === 'folder' ? '700' : '600');
  });

  it('of an earlier version is closed to others', async () => {
    const sandbox = await makeSandbox();
    await mkdir(join(sandbox.state, 'logs'), { recursive: true, mode: 0o755 });
    const log = join(sandbox.state, 'logs', 'attention-doctor.log');
    for (const file of [log, join(sandbox.state, 'settings.json')]) await writeFile(file, '{}');
    await useAll(sandbox);
    for (const [kind, mode] of await modesIn(sandbox.state)) {
      expect(mode).toBe(kind === 'folder' ? '700' : '600');
    }
  });

  it('that others use, too, stays open to them, and only what is ours is closed', async () => {
    const sandbox = await makeSandbox();
    await mkdir(join(sandbox.state, 'locks'), { recursive: true });
    await writeFile(join(sandbox.state, 'notes.txt'), 'of somebody else');
    await chmod(sandbox.state, 0o1777);
    await useAll(sandbox);
    expect(await modeOf(sandbox.state)).toBe('777');
    expect(await modeOf(join(sandbox.state, 'notes.txt'))).toBe('644');
    expect(await modeOf(join(sandbox.state, 'locks'))).toBe('700');
    expect(await modeOf(join(sandbox.state, 'places.json'))).toBe('600');
  });

  it('a bundle that the user asked for keeps the usual permissions', async () => {
    const sandbox = await makeSandbox();
    const { root } = await makeComfyUiClone('healthy');
    const file = join(sandbox.folder, 'out', 'bundle.zip');
    const run = await runCliJson(sandbox, ['bundle', root, '--output', file]);
    expect([run.exitCode, await modeOf(file), await modeOf(dirname(file))]).toEqual([
      0,
      '644',
      '755',
    ]);
  });
});

describe('where programs are started', () => {
  const system = createNodeSystem();
  const tell = {
    program: process.execPath,
    arguments: ['-e', 'process.stdout.write(process.cwd())'],
  };

  it('in an empty folder of their own, never in ours', async () => {
    const { stdout } = await system.run(tell);
    expect(stdout).not.toBe(process.cwd());
    expect(await readdir(stdout)).toEqual([]);
    if (process.platform !== 'win32') expect(await modeOf(stdout)).toBe('700');
    expect((await system.run(tell)).stdout).toBe(stdout);
    const folder = await makeTemporaryFolder('working');
    expect((await system.run(tell, { workingFolder: folder })).stdout).toBe(folder);
  });

  it('a new one once the old one was swept away', async () => {
    const { stdout } = await system.run(tell);
    await rm(stdout, { recursive: true });
    const next = await system.run(tell);
    expect(await readdir(next.stdout)).toEqual([]);
  });

  it('a program is found from where we are, and by its bare name', async () => {
    if (process.platform === 'win32') return;
    const folder = await makeTemporaryFolder('tool');
    await writeFile(join(folder, 'tool'), '#!/bin/sh\npwd\n', { mode: 0o755 });
    const near = relative(process.cwd(), join(folder, 'tool'));
    expect((await system.run({ program: near, arguments: [] })).exitCode).toBe(0);
    expect((await system.run({ program: 'git', arguments: ['--version'] })).stdout).toMatch(/^git/);
  });

  it.skipIf(process.platform === 'win32')('a temporary folder is this user’s alone', async () => {
    const folder = await system.files.makeTemporaryFolder('attention-doctor-test-');
    expect(await modeOf(folder)).toBe('700');
    await rm(folder, { recursive: true });
  });
});
