import { chmod, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeEnvironment } from '../support/environments.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';

async function findIn(root: string) {
  const test = await startTestEngine();
  const { found } = await test.result({ kind: 'find' }, { roots: [root], onlyRoots: true });
  return found;
}

describe('find', () => {
  it('lists a clone once, with its four paths, its Python and its version', async () => {
    const home = await makeTemporaryFolder('home');
    const root = join(home, 'AI 图像', 'ComfyUI');
    await makeComfyUiClone('healthy', { at: root, folder: '.venv' });
    await symlink(join(home, 'AI 图像'), join(home, 'shortcut'));
    const found = await findIn(home);
    expect(found.installs).toHaveLength(1);
    expect(found.installs[0]).toMatchObject({
      kind: 'git_clone',
      sourceRoot: root,
      dataRoot: root,
      userDir: join(root, 'user'),
      running: false,
      python: { environmentRoot: join(root, '.venv'), runnable: true },
    });
    expect(found.installs[0]?.python?.version).toMatch(/^3\.\d+/);
    expect(found.installs[0]?.comfyui?.version).toMatch(/^\d+\.\d+/);
  });

  it('does not list look-alikes', async () => {
    const home = await makeTemporaryFolder('home');
    const real = await makeComfyUi({ at: join(home, 'ComfyUI') });
    await cp(real, join(home, 'ComfyUI_backup'), { recursive: true });
    await cp(real, join(home, 'ComfyUI - Copy'), { recursive: true });
    await cp(real, join(home, 'half-deleted'), { recursive: true });
    await rm(join(home, 'half-deleted', 'main.py'));
    await mkdir(join(home, 'some-node-pack'), { recursive: true });
    await writeFile(join(home, 'some-node-pack', 'main.py'), '');
    await writeFile(join(home, 'some-node-pack', 'nodes.py'), '');
    const found = await findIn(home);
    expect(found.installs.map((install) => install.sourceRoot)).toEqual([real]);
  });

  it('lists bare environments, the broken ones with the reason', async () => {
    const home = await makeTemporaryFolder('home');
    await makeEnvironment({ at: join(home, 'good'), withoutPip: true });
    const broken = await makeEnvironment({ at: join(home, 'broken'), withoutPip: true });
    for (const name of ['python', 'python3']) {
      await rm(join(broken.root, 'bin', name), { force: true });
      await symlink('/nowhere/python3', join(broken.root, 'bin', name));
    }
    const found = await findIn(home);
    const problems = found.environments.map((each) => [
      each.environmentRoot,
      each.problems[0]?.code,
    ]);
    expect(problems).toEqual(
      expect.arrayContaining([
        [join(home, 'good'), undefined],
        [broken.root, 'interpreter-missing'],
      ]),
    );
  });

  it('never enters models, passes over what it may not read, and does not loop', async () => {
    const home = await makeTemporaryFolder('home');
    await makeComfyUi({ at: join(home, 'models', 'ComfyUI') });
    await mkdir(join(home, 'private'));
    await chmod(join(home, 'private'), 0o000);
    await mkdir(join(home, 'a', 'b'), { recursive: true });
    await symlink(home, join(home, 'a', 'b', 'up'));
    const found = await findIn(home);
    expect(found.installs).toEqual([]);
    await chmod(join(home, 'private'), 0o755);
  });

  it('starts no Python', async () => {
    const { root, environment } = await makeComfyUiClone('healthy');
    const trace = join(await makeTemporaryFolder('trace'), 'started');
    await rm(environment.python);
    await writeFile(environment.python, `#!/bin/sh\ntouch '${trace}'\nsleep 1\n`, { mode: 0o755 });
    const found = await findIn(root);
    const test = await startTestEngine();
    expect(found.installs).toHaveLength(1);
    expect(await test.system.files.info(trace)).toBeNull();
  });

  it('remembers a folder that the user added', async () => {
    const home = await makeTemporaryFolder('home');
    await makeComfyUi({ at: join(home, 'deep', 'ComfyUI') });
    const first = await startTestEngine();
    const folderId = first.engine.registerFolder(join(home, 'deep'));
    await first.result({ kind: 'find', folderId });
    const second = await startTestEngine({ stateFolder: first.stateFolder });
    const { found } = await second.result({ kind: 'find' });
    expect(found.installs.map((install) => install.sourceRoot)).toContain(
      join(home, 'deep', 'ComfyUI'),
    );
  });
});
