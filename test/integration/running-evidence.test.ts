import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunningProcess, System } from '../../electron/engine/machine/system.ts';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const each of started.splice(0)) each.kill('SIGKILL');
});

/** Starts the main.py of a clone that has no environment inside, and waits until it runs. */
async function startComfyUi(
  root: string,
  program: string,
  flags: readonly string[],
  search?: string,
): Promise<void> {
  await writeFile(join(root, 'main.py'), 'import time\nprint("up", flush=True)\ntime.sleep(60)\n');
  const child = spawn(program, ['main.py', ...flags], {
    cwd: root,
    ...(search === undefined ? {} : { env: { PATH: `${search}:/usr/bin:/bin` } }),
  });
  started.push(child);
  await new Promise((resolve) => child.stdout.once('data', resolve));
}

/** A home of its own, so that only the process leads to the clone. */
async function searchEverywhere() {
  const home = await makeTemporaryFolder('home');
  const adjust = (system: System): System => ({ ...system, homeFolder: home });
  return startTestEngine({ adjust });
}

describe('a ComfyUI that runs', () => {
  it('is found by its process, with the Python, the flags and the folders of that', async () => {
    const root = await makeComfyUi();
    const environment = await makeScenario('healthy');
    await mkdir(join(root, 'data'));
    const flags = ['--use-sage-attention', '--base-directory', 'data'];
    await startComfyUi(root, environment.python, flags);
    const test = await searchEverywhere();
    const { found } = await test.result({ kind: 'find' });
    expect(found.installs.find((each) => each.sourceRoot === root)).toMatchObject({
      running: true,
      python: { executable: environment.python, environmentRoot: environment.root },
      launchers: [{ path: join(root, 'main.py'), flags }],
      dataRoot: join(root, 'data'),
      userDir: join(root, 'data', 'user'),
      packages: { torch: '2.6.0+cu124' },
    });
    expect(found.environments.map((each) => each.environmentRoot)).toContain(environment.root);
  });

  it('is diagnosed with the Python and the flags of its process', async () => {
    const root = await makeComfyUi();
    const environment = await makeScenario('healthy');
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(root);
    const before = await test.run({ kind: 'diagnose', targetId, static: true });
    expect(before.problem?.code).toBe('python-unknown');
    // The name alone: only the search path of the process tells which Python that is.
    await startComfyUi(root, 'python', ['--use-sage-attention'], dirname(environment.python));
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
    expect(diagnosis.environment.environmentRoot).toBe(environment.root);
    expect(diagnosis.facts.comfyui?.flags).toEqual(['--use-sage-attention']);
    expect(diagnosis.findings[0]?.cause).toBe('accel_package_not_installed');
  });

  it('is found by its Python where Windows hides the working folder', async () => {
    const root = await makeComfyUi();
    const environment = await makeScenario('healthy', { at: join(root, 'my-python') });
    const running: RunningProcess = {
      pid: 77,
      parentPid: 1,
      executable: environment.python,
      arguments: ['python', 'main.py', '--use-sage-attention'],
      workingFolder: null,
    };
    const home = await makeTemporaryFolder('home');
    const test = await startTestEngine({
      adjust: (system) => ({ ...system, homeFolder: home, processes: async () => [running] }),
    });
    const { found } = await test.result({ kind: 'find' });
    expect(found.installs.find((each) => each.sourceRoot === root)).toMatchObject({
      running: true,
      python: { environmentRoot: environment.root },
      launchers: [{ flags: ['--use-sage-attention'] }],
    });
  });
});
