import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, runCliJson } from '../support/command-line.ts';
import { sandboxWithIndex } from '../support/sandbox-with-index.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { makeComfyUiClone, makeScenario, type ScenarioName } from '../support/scenarios.ts';
import { digestTree } from '../support/tree-digest.ts';

// As `unknown`: what expect.any() answers is `any`, which would silence the compiler.
const aText: unknown = expect.any(String);
const aNumber: unknown = expect.any(Number);
const chinese: unknown = expect.stringMatching(/\p{Script=Han}/u);

const sandbox = await sandboxWithIndex();

describe('find', () => {
  test('lists a clone with its environment, and a bare environment', async () => {
    const root = await makeTemporaryFolder('find');
    const clone = await makeComfyUiClone('bare', { at: join(root, 'ComfyUI') });
    const bare = await makeScenario('bare', { at: join(root, 'other', 'env') });
    const before = await digestTree(root);
    const run = await runCliJson(sandbox, ['find', '--root', root, '--only-roots']);
    expect(run.exitCode).toBe(0);
    expect(run.at('installs')).toHaveLength(1);
    expect(run.at('installs', 0)).toMatchObject({
      kind: 'git_clone',
      sourceRoot: clone.root,
      dataRoot: clone.root,
      userDir: join(clone.root, 'user'),
      python: {
        executable: clone.environment.python,
        environmentRoot: clone.environment.root,
        runnable: true,
      },
      comfyui: { version: '0.3.64' },
      launchers: [],
      running: false,
      problems: [],
    });
    expect(run.at('installs', 0, 'python', 'version')).toMatch(/^3\.\d+\.\d+$/);
    expect(run.each('environments', 'environmentRoot')).toContain(bare.root);
    expect(run.at('elapsedMs')).toEqual(aNumber);
    expect(await digestTree(root)).toBe(before);

    const text = await runCli(sandbox, ['find', '--root', root, '--only-roots']);
    expect(text.stdout).toContain(clone.root);
    expect(text.stdout).toContain(bare.python);
  });

  test('an empty folder is no failure', async () => {
    const root = await makeTemporaryFolder('empty');
    const run = await runCliJson(sandbox, ['find', '--root', root, '--only-roots']);
    expect([run.exitCode, run.at('installs'), run.at('environments')]).toEqual([0, [], []]);
    const text = await runCli(sandbox, ['find', '--root', root, '--only-roots']);
    expect(text.stdout).toContain('No ComfyUI and no Python environment was found.');
  });
});

describe('diagnose', () => {
  test.each<[ScenarioName, string, string, number]>([
    ['healthy', 'healthy', 'healthy', 0],
    ['mismatched', 'problem', 'xformers_torch_mismatch', 1],
    ['cudaMajorMismatch', 'problem', 'xformers_torch_mismatch', 1],
    ['cpuTorch', 'problem', 'torch_cpu_build', 1],
    ['tritonMissing', 'benign', 'triton_missing_benign', 0],
    ['tritonRequired', 'problem', 'triton_missing_required', 1],
  ])('%s: verdict %s, cause %s', async (name, verdict, cause, exitCode) => {
    const environment = await makeScenario(name);
    const before = await digestTree(environment.root);
    for (const words of [[], ['--static']]) {
      const run = await runCliJson(sandbox, ['diagnose', environment.root, ...words]);
      expect([run.at('verdict'), run.at('findings', 0, 'cause'), run.exitCode]).toEqual([
        verdict,
        cause,
        exitCode,
      ]);
    }
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('the document has the fields of the contract, in the language asked for', async () => {
    const { environment } = await makeComfyUiClone('mismatched');
    const run = await runCliJson(sandbox, ['diagnose', environment.python, '--lang', 'zh-CN']);
    expect(Object.keys(run.document)).toEqual(
      expect.arrayContaining(['install', 'facts', 'findings', 'verdict', 'elapsedMs']),
    );
    expect(run.at('findings', 0)).toMatchObject({
      cause: 'xformers_torch_mismatch',
      severity: 'error',
      confidence: aText,
      explanation: chinese,
    });
    expect(run.at('findings', 0, 'evidence')).not.toEqual([]);
    expect(run.at('findings', 0, 'remedies', 0)).toMatchObject({
      goal: 'xformers',
      fixKind: 'upgrade_xformers_matching_torch',
    });
  });

  test('an install folder, an environment, a program and an id mean the same', async () => {
    const root = await makeTemporaryFolder('targets');
    const { environment, root: clone } = await makeComfyUiClone('mismatched', {
      at: join(sandbox.home, 'ComfyUI'),
    });
    const found = await runCliJson(sandbox, ['find', '--root', clone, '--only-roots']);
    const targets = [
      clone,
      environment.root,
      environment.python,
      String(found.at('installs', 0, 'id')),
    ];
    for (const target of targets) {
      const run = await runCliJson(sandbox, ['diagnose', target, '--static'], root);
      expect([target, run.at('verdict')]).toEqual([target, 'problem']);
    }
    const relative = await runCliJson(sandbox, ['diagnose', '.', '--static'], clone);
    expect(relative.at('install', 'sourceRoot')).toBe(clone);
  });

  test('all that is found, one entry each; one that cannot be looked at holds up none', async () => {
    const root = await makeTemporaryFolder('fleet');
    const { root: sick } = await makeComfyUiClone('mismatched', { at: join(root, 'sick') });
    const { root: headless, environment } = await makeComfyUiClone('bare', {
      at: join(root, 'headless'),
    });
    await rm(environment.root, { recursive: true });
    const words = ['diagnose', '--all', '--static', '--root', root, '--only-roots'];
    const run = await runCliJson(sandbox, words);
    expect(run.exitCode).toBe(1);
    const seen = [0, 1].map((at) => [
      run.at('diagnoses', at, 'install', 'sourceRoot'),
      run.at('diagnoses', at, 'verdict'),
    ]);
    expect(seen).toHaveLength(run.each('diagnoses', 'verdict').length);
    expect(Object.fromEntries(seen)).toEqual({ [sick]: 'problem', [headless]: 'unknown' });
    const text = await runCli(sandbox, words);
    expect(text.stdout).toContain('xFormers does not fit your PyTorch');
    expect(text.stdout).toContain('attention-doctor diagnose install-');
  });

  test('text for a person: the verdict first, and the command that repairs it', async () => {
    const environment = await makeScenario('mismatched');
    const run = await runCli(sandbox, ['diagnose', environment.root, '--static']);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^xFormers does not fit your PyTorch/);
    expect(run.stdout).toContain(`attention-doctor fix ${environment.root} --goal xformers`);
    expect(run.stdout).not.toContain('\u001b');
    expect(run.stdout).not.toMatch(/\{\w+\}/);
  });
});

describe('plan', () => {
  test('keeps torch and names the exact xFormers', async () => {
    const environment = await makeScenario('mismatched');
    const before = await digestTree(environment.root);
    const run = await runCliJson(sandbox, ['plan', environment.root]);
    expect(run.exitCode).toBe(0);
    expect(run.document).toMatchObject({
      id: aText,
      goal: 'recommended',
      changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
      actions: [{ kind: 'pip-install' }],
      undo: aText,
      warnings: [],
    });
    expect(run.at('pinned')).toContainEqual({ name: 'torch', version: '2.6.0+cu124' });
    expect(run.at('downloadBytes')).toBeGreaterThan(1000);
    expect(run.at('diskBytes')).toBeGreaterThan(Number(run.at('downloadBytes')));
    expect(run.at('commands', 0)).toContain('pip download');
    expect(run.at('commands', 1)).toContain('pip install --no-index');
    const again = await runCliJson(sandbox, ['plan', environment.root]);
    expect(again.at('id')).toBe(run.at('id'));
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('a healthy environment needs nothing', async () => {
    const environment = await makeScenario('healthy');
    const run = await runCliJson(sandbox, ['plan', environment.root]);
    expect([run.exitCode, run.at('actions'), run.at('changes')]).toEqual([0, [], []]);
    const text = await runCli(sandbox, ['plan', environment.root]);
    expect(text.stdout).toContain('There is nothing to do.');
  });

  test.each<[ScenarioName, string, object[]]>([
    ['tritonRequired', 'triton', [{ name: 'triton', from: null, to: '3.2.0' }]],
    ['noXformers', 'xformers', [{ name: 'xformers', from: null, to: '0.0.29.post3' }]],
    ['cudaMajorMismatch', 'xformers', [{ name: 'xformers', from: '0.0.34', to: '0.0.35' }]],
  ])('%s, goal %s', async (name, goal, changes) => {
    const environment = await makeScenario(name);
    const run = await runCliJson(sandbox, ['plan', environment.root, '--goal', goal]);
    expect(run.at('changes')).toEqual(changes);
  });

  test('a CPU torch is replaced by the same version with CUDA', async () => {
    const environment = await makeScenario('cpuTorch');
    const run = await runCliJson(sandbox, ['plan', environment.root]);
    expect(run.at('changes')).toContainEqual({
      name: 'torch',
      from: '2.6.0+cpu',
      to: '2.6.0+cu124',
    });
  });
});
