import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProbe } from '../../electron/engine/probes/run-probe.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { ProblemError } from '../../shared/problem.ts';
import { breakInterpreter, makeEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeComfyUiClone, makeScenario, type ScenarioName } from '../support/scenarios.ts';
import type { System } from '../../electron/engine/machine/system.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { digestTree } from '../support/tree-digest.ts';

const expected: [ScenarioName, string, string][] = [
  ['healthy', 'healthy', 'healthy'],
  ['mismatched', 'xformers_torch_mismatch', 'problem'],
  ['cpuTorch', 'torch_cpu_build', 'problem'],
  ['noXformers', 'accel_package_not_installed', 'problem'],
  ['tritonMissing', 'triton_missing_benign', 'benign'],
  ['tritonRequired', 'triton_missing_required', 'problem'],
  ['cudaMajorMismatch', 'xformers_torch_mismatch', 'problem'],
];

describe('diagnosis of real environments', () => {
  it.each(expected)(
    '%s is %s, by its files and by a live Python, and nothing is touched',
    async (name, cause, verdict) => {
      const environment = await makeScenario(name);
      const test = await startTestEngine();
      const targetId = await test.engine.resolveTarget(environment.root);
      const before = await digestTree(environment.root);
      for (const isStatic of [true, false]) {
        const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: isStatic });
        expect([isStatic, diagnosis.findings[0]?.cause, diagnosis.verdict]).toEqual([
          isStatic,
          cause,
          verdict,
        ]);
        expect(diagnosis.facts.live.state).toBe(isStatic ? 'absent' : 'known');
      }
      expect(await digestTree(environment.root)).toBe(before);
    },
  );

  it('starts no Python for a static one', async () => {
    const environment = await makeScenario('healthy');
    await breakInterpreter(environment, 'hangs');
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(environment.python);
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('reads the launch flags of a ComfyUI and its version', async () => {
    const { root } = await makeComfyUiClone('healthy');
    await writeFile(
      join(root, 'start.bat'),
      '@echo off\r\nvenv\\Scripts\\python.exe main.py --use-sage --port 8188\r\npause\r\n',
    );
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(root);
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
    expect(diagnosis.install?.kind).toBe('git_clone');
    expect(diagnosis.facts.comfyui?.flags).toEqual(['--use-sage', '--port', '8188']);
    expect(diagnosis.findings[0]?.cause).toBe('accel_package_not_installed');
  });
});

describe('a Python that does not answer as it should', () => {
  it('reads its answer through whatever is printed before it', async () => {
    const environment = await makeScenario('healthy');
    await breakInterpreter(environment, 'rubbish');
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(environment.root);
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId });
    expect(diagnosis.verdict).toBe('healthy');
  });

  it.each([
    ['crashes', 'interpreter-crashed', 'unknown'],
    ['dangling', 'interpreter-missing', 'problem'],
    ['not-executable', 'permission-denied', 'unknown'],
  ] as const)('that %s is %s, and not called healthy', async (way, code, verdict) => {
    const environment = await makeScenario('healthy');
    await breakInterpreter(environment, way);
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(environment.root);
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId });
    expect(diagnosis.problem?.code).toBe(code);
    expect(diagnosis.verdict).toBe(verdict);
  });

  it('is ended with its children when it hangs', async () => {
    const environment = await makeScenario('healthy');
    await breakInterpreter(environment, 'hangs');
    const { system } = await startTestEngine();
    const found = await environmentAt(system, environment.root);
    if (!found) throw new Error('the environment was not recognised');
    const probe = runProbe(system, found, { timeLimit: 500 });
    await expect(probe).rejects.toBeInstanceOf(ProblemError);
    await expect(probe).rejects.toMatchObject({ problem: { code: 'timed-out' } });
  });
});

describe('an environment whose Python is gone', () => {
  it.each([true, false])('is a fault that no plan mends (files alone: %s)', async (files) => {
    const { root, environment } = await makeComfyUiClone('healthy');
    await breakInterpreter(environment, 'dangling');
    const test = await startTestEngine();
    for (const target of [root, environment.root]) {
      const targetId = await test.engine.resolveTarget(target);
      const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: files });
      expect(diagnosis).toMatchObject({
        verdict: 'problem',
        findings: [{ cause: 'install_corrupted', severity: 'error' }],
      });
      const plan = await test.run({ kind: 'plan', targetId, goal: 'recommended' });
      expect(plan.problem?.code).toBe('interpreter-missing');
    }
  });
});

describe('targets that are none', () => {
  it.each([
    ['a path that is not there', '/nowhere/at/all', 'not-found'],
    ['an ordinary folder', '/usr/share', 'not-an-environment'],
    ['an ordinary file', '/etc/hostname', 'not-an-environment'],
  ])('%s', async (_, target, code) => {
    const { engine } = await startTestEngine();
    await expect(engine.resolveTarget(target)).rejects.toMatchObject({ problem: { code } });
  });
});

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

describe('what stands in the way of a repair', () => {
  // root may write anywhere, so that the answer of the port itself is what is replaced here.
  it.each(['plan', 'fix'] as const)(
    'is an environment that cannot be written: %s',
    async (step) => {
      const environment = await makeScenario('mismatched');
      let writable = step === 'fix';
      const test = await startTestEngine({
        index,
        adjust: (system) => ({
          ...system,
          files: { ...system.files, writable: () => Promise.resolve(writable) },
        }),
      });
      const targetId = await test.engine.resolveTarget(environment.root);
      const planned = await test.run({ kind: 'plan', targetId, goal: 'recommended' });
      if (step === 'plan') return expect(planned.problem?.code).toBe('read-only');
      writable = false;
      if (planned.result?.kind !== 'plan') throw new Error('no plan');
      const fixed = await test.run({ kind: 'fix', planId: planned.result.plan.id });
      expect(fixed.problem?.code).toBe('read-only');
    },
  );

  it('is a Python without pip, where we have none for it either', async () => {
    const environment = await makeScenario('mismatched', { withoutPip: true });
    const bare = ({ broughtFolder: _, ...system }: System): System => system;
    const test = await startTestEngine({ adjust: bare });
    const targetId = await test.engine.resolveTarget(environment.root);
    const state = await test.run({ kind: 'plan', targetId, goal: 'recommended' });
    expect(state.problem?.code).toBe('pip-missing');
  });

  it('is an index that nobody answers for', async () => {
    const environment = await makeScenario('mismatched');
    const dead = {
      PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
      ATTENTION_DOCTOR_TORCH_INDEX: 'http://127.0.0.1:9/whl',
    };
    const test = await startTestEngine({ environment: dead });
    const targetId = await test.engine.resolveTarget(environment.root);
    const state = await test.run({ kind: 'plan', targetId, goal: 'recommended' });
    expect(state.problem).toMatchObject({ code: 'index-unreachable' });
    expect(state.problem?.params?.index).toContain('127.0.0.1:9');
  });

  it('is a ComfyUI that runs from this folder', async () => {
    const { root, environment } = await makeComfyUiClone('healthy');
    await writeFile(join(root, 'main.py'), 'import time\ntime.sleep(60)\n');
    const running = spawn(environment.python, ['main.py'], { cwd: root });
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(root);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { found } = await test.result({ kind: 'find' }, { roots: [root], onlyRoots: true });
    expect(found.installs[0]?.running).toBe(true);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'recommended' });
    const state = await test.run({ kind: 'fix', planId: plan.id });
    running.kill('SIGKILL');
    expect(state.problem).toMatchObject({ code: 'comfyui-running', params: { pid: running.pid } });
  });

  it('is an environment without torch', async () => {
    const environment = await makeEnvironment();
    const test = await startTestEngine();
    const targetId = await test.engine.resolveTarget(environment.root);
    const state = await test.run({ kind: 'plan', targetId, goal: 'xformers' });
    expect(state.problem?.code).toBe('torch-missing');
  });
});
