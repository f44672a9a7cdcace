import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSandbox, runCli, runCliJson, type Sandbox } from '../support/command-line.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/environments.ts';
import { makeComfyUiClone, makeScenario, type ScenarioName } from '../support/scenarios.ts';
import { digestTree } from '../support/tree-digest.ts';

let index: IndexServer;
let sandbox: Sandbox;
beforeAll(async () => {
  index = await startIndex();
  sandbox = await makeSandbox(index);
});
afterAll(() => index.close());

describe('find', () => {
  test('lists a clone with its environment, and a bare environment', async () => {
    const root = await makeTemporaryFolder('find');
    const clone = await makeComfyUiClone('bare', { at: join(root, 'ComfyUI') });
    const bare = await makeScenario('bare', { at: join(root, 'other', 'env') });
    const before = await digestTree(root);
    const run = await runCliJson(sandbox, ['find', '--root', root, '--only-roots']);
    expect(run.exitCode).toBe(0);
    const { installs, environments, elapsedMs } = run.document;
    expect(installs).toHaveLength(1);
    expect(installs[0]).toMatchObject({
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
    expect(installs[0].python.version).toMatch(/^3\.\d+\.\d+$/);
    expect(environments.map((each: { environmentRoot: string }) => each.environmentRoot)).toContain(
      bare.root,
    );
    expect(elapsedMs).toEqual(expect.any(Number));
    expect(await digestTree(root)).toBe(before);

    const text = await runCli(sandbox, ['find', '--root', root, '--only-roots']);
    expect(text.stdout).toContain(clone.root);
    expect(text.stdout).toContain(bare.python);
  });

  test('an empty folder is no failure', async () => {
    const root = await makeTemporaryFolder('empty');
    const run = await runCliJson(sandbox, ['find', '--root', root, '--only-roots']);
    expect([run.exitCode, run.document.installs, run.document.environments]).toEqual([0, [], []]);
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
      expect([run.document.verdict, run.document.findings[0].cause, run.exitCode]).toEqual([
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
    const { document } = run;
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining(['install', 'facts', 'findings', 'verdict', 'elapsedMs']),
    );
    const [finding] = document.findings;
    expect(finding).toMatchObject({
      cause: 'xformers_torch_mismatch',
      severity: 'error',
      confidence: expect.any(String),
      explanation: expect.stringMatching(/\p{Script=Han}/u),
    });
    expect(finding.evidence.length).toBeGreaterThan(0);
    expect(finding.remedies[0]).toMatchObject({
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
    const targets = [clone, environment.root, environment.python, found.document.installs[0].id];
    for (const target of targets) {
      const run = await runCliJson(sandbox, ['diagnose', target, '--static'], root);
      expect([target, run.document.verdict]).toEqual([target, 'problem']);
    }
    const relative = await runCliJson(sandbox, ['diagnose', '.', '--static'], clone);
    expect(relative.document.install.sourceRoot).toBe(clone);
  });

  test('text for a person: the verdict first, and the command that repairs it', async () => {
    const environment = await makeScenario('mismatched');
    const run = await runCli(sandbox, ['diagnose', environment.root, '--static']);
    expect(run.exitCode).toBe(1);
    expect(run.stdout.split('\n')[0]).toBe(
      'xFormers does not fit your PyTorch, so ComfyUI runs without it.',
    );
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
      id: expect.any(String),
      goal: 'recommended',
      changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
      actions: [{ kind: 'pip-install' }],
      undo: expect.any(String),
      warnings: [],
    });
    expect(run.document.pinned).toContainEqual({ name: 'torch', version: '2.6.0+cu124' });
    expect(run.document.downloadBytes).toBeGreaterThan(1000);
    expect(run.document.diskBytes).toBeGreaterThan(run.document.downloadBytes);
    expect(run.document.commands[0]).toContain('pip install');
    const again = await runCliJson(sandbox, ['plan', environment.root]);
    expect(again.document.id).toBe(run.document.id);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('a healthy environment needs nothing', async () => {
    const environment = await makeScenario('healthy');
    const run = await runCliJson(sandbox, ['plan', environment.root]);
    expect([run.exitCode, run.document.actions, run.document.changes]).toEqual([0, [], []]);
    const text = await runCli(sandbox, ['plan', environment.root]);
    expect(text.stdout).toContain('There is nothing to do.');
  });

  test.each<[ScenarioName, string, object[]]>([
    ['tritonRequired', 'triton', [{ name: 'triton', from: null, to: '3.2.0' }]],
    ['noXformers', 'xformers', [{ name: 'xformers', from: null, to: '0.0.29.post3' }]],
    ['cudaMajorMismatch', 'xformers', [{ name: 'xformers', from: '0.0.34', to: '0.0.34' }]],
  ])('%s, goal %s', async (name, goal, changes) => {
    const environment = await makeScenario(name);
    const run = await runCliJson(sandbox, ['plan', environment.root, '--goal', goal]);
    expect(run.document.changes).toEqual(changes);
  });

  test('a CPU torch is replaced by the same version with CUDA', async () => {
    const environment = await makeScenario('cpuTorch');
    const run = await runCliJson(sandbox, ['plan', environment.root]);
    expect(run.document.changes).toContainEqual({
      name: 'torch',
      from: '2.6.0+cpu',
      to: '2.6.0+cu124',
    });
  });
});

describe('fix, snapshots and rollback', () => {
  test('the whole way: consent, repair, proof, and back to the byte', async () => {
    const environment = await makeScenario('mismatched');
    const before = await digestTree(environment.root);

    const refused = await runCliJson(sandbox, ['fix', environment.root]);
    expect([refused.exitCode, refused.document.problem.code]).toEqual([2, 'invalid-request']);
    expect(refused.document.plan.changes[0].to).toBe('0.0.29.post3');
    const shown = await runCli(sandbox, ['fix', environment.root]);
    expect(shown.exitCode).toBe(2);
    expect(shown.stdout).toContain('--yes');
    expect(await digestTree(environment.root)).toBe(before);

    const { id } = refused.document.plan;
    const fixed = await runCliJson(sandbox, ['fix', environment.root, '--plan', id, '--yes']);
    expect([fixed.exitCode, fixed.document.outcome]).toEqual([0, 'fixed']);
    expect(fixed.document).toMatchObject({
      plan: { id },
      before: { verdict: 'problem' },
      after: { verdict: 'healthy' },
      changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
      snapshotId: expect.any(String),
    });
    expect(fixed.document.log.length).toBeGreaterThan(0);
    expect(fixed.stderr).toContain('pip');

    const outdated = await runCliJson(sandbox, ['fix', environment.root, '--plan', id, '--yes']);
    expect([outdated.exitCode, outdated.document.problem.code]).toEqual([5, 'plan-outdated']);

    const verified = await runCliJson(sandbox, ['verify', environment.root]);
    expect(verified.exitCode).toBe(0);
    expect(verified.document.rungs.map((rung: { outcome: string }) => rung.outcome)).toEqual([
      'pass',
      'pass',
      'pass',
      'pass',
    ]);
    expect(verified.document.recommended).toMatchObject({ backend: expect.any(String) });

    const listed = await runCliJson(sandbox, ['snapshots', environment.root]);
    expect(listed.document.snapshots).toHaveLength(1);
    const [snapshot] = listed.document.snapshots;
    expect(snapshot).toMatchObject({
      id: fixed.document.snapshotId,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      reason: expect.any(String),
      bytes: expect.any(Number),
    });

    const asked = await runCli(sandbox, ['rollback', environment.root]);
    expect([asked.exitCode, asked.stdout.includes(snapshot.id)]).toEqual([2, true]);
    const back = await runCliJson(sandbox, ['rollback', environment.root, '--yes']);
    expect([back.exitCode, back.document.outcome]).toEqual([0, 'restored']);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('verify on a mismatched environment fails a rung and changes nothing', async () => {
    const environment = await makeScenario('mismatched');
    const before = await digestTree(environment.root);
    const run = await runCliJson(sandbox, ['verify', environment.root]);
    expect(run.exitCode).toBe(1);
    const outcomes = run.document.rungs.map((r: { id: string; outcome: string }) => [
      r.id,
      r.outcome,
    ]);
    expect(outcomes[0]).toEqual(['attribute', 'pass']);
    expect(outcomes[1]).toEqual(['extension', 'fail']);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('there is nothing to go back to before the first repair', async () => {
    const environment = await makeScenario('mismatched');
    const listed = await runCliJson(sandbox, ['snapshots', environment.root]);
    expect([listed.exitCode, listed.document.snapshots]).toEqual([0, []]);
    for (const words of [[], ['--yes']]) {
      const run = await runCliJson(sandbox, ['rollback', environment.root, ...words]);
      expect([run.exitCode, run.document.problem.code]).toEqual([4, 'snapshot-unknown']);
    }
  });
});

describe('bundle', () => {
  test('writes a zip that does not name the user', async () => {
    const { root } = await makeComfyUiClone('mismatched', { at: join(sandbox.home, 'secret-ui') });
    const folder = await makeTemporaryFolder('bundle');
    const words = ['bundle', root, '--output', 'report.zip'];
    const run = await runCliJson(sandbox, words, folder);
    expect(run.exitCode).toBe(0);
    const file = join(folder, 'report.zip');
    expect(run.document).toMatchObject({ file, bytes: (await stat(file)).size });
    const names = run.document.entries.map((entry: { name: string }) => entry.name);
    expect(names).toEqual(expect.arrayContaining(['report.json', 'report.md']));
    expect(run.document.redactions).toEqual(expect.any(Object));
    const { unzipSync } = await import('fflate');
    const entries = unzipSync(await readFile(file));
    const text = Object.values(entries)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n');
    expect(text).not.toContain(sandbox.home);
  });

  test('a place that cannot be written is a problem with a sentence', async () => {
    const environment = await makeScenario('bare');
    const folder = await makeTemporaryFolder('unwritable');
    await writeFile(join(folder, 'file'), '');
    const output = join(folder, 'file', 'report.zip');
    const run = await runCliJson(sandbox, ['bundle', environment.root, '--output', output]);
    expect([run.exitCode, run.document.problem.code]).toEqual([4, 'output-unwritable']);
    await mkdir(join(folder, 'folder.zip'));
  });
});
