import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeEnvironment, runPython, type TestEnvironment } from '../support/environments.ts';
import { makeScenario } from '../support/scenarios.ts';
import { startTestEngine, type TestEngine } from '../support/test-engine.ts';
import { digestTree, describeTree, isBytecode } from '../support/tree-digest.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';
import { sageattentionWheel, tritonWheel } from '../support/wheels/companions.ts';
import { torchWheel } from '../support/wheels/torch.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());
beforeEach(() => {
  index.setFaults({});
});

async function planFor(test: TestEngine, environment: TestEnvironment) {
  const targetId = await test.engine.resolveTarget(environment.root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal: 'recommended' });
  return { targetId, plan };
}

async function hasFastAttention(environment: TestEnvironment): Promise<boolean> {
  const { stdout } = await runPython(environment, [
    '-c',
    'import xformers; print(xformers._has_cpp_library)',
  ]);
  return stdout.trim().endsWith('True');
}

describe('repairing an xFormers that was built for another torch', () => {
  it('keeps torch, installs the one that fits, proves it, and undoes it to the byte', async () => {
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    expect(await hasFastAttention(environment)).toBe(false);
    const before = await describeTree(environment.root, { ignore: isBytecode });
    const clean = await digestTree(environment.root);

    const { targetId, plan } = await planFor(test, environment);
    expect(plan.changes).toEqual([{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }]);
    expect(plan.pinned).toContainEqual({ name: 'torch', version: '2.6.0+cu124' });
    expect(plan.downloadBytes).toBeGreaterThan(0);
    expect(await digestTree(environment.root)).toBe(clean);

    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    expect(fix.after?.verdict).toBe('healthy');
    expect(fix.verification?.rungs.map((rung) => rung.outcome)).toEqual([
      ...['pass', 'pass', 'pass', 'pass'],
      // PyTorch's own attention computes on the processor: there is no graphics card.
      ...['pass', 'pass', 'skipped', 'skipped'],
    ]);
    expect(await hasFastAttention(environment)).toBe(true);

    const { rollback } = await test.result({ kind: 'rollback', targetId });
    expect(rollback.restored).toEqual([{ name: 'xformers', from: '0.0.29.post3', to: '0.0.27' }]);
    expect(await describeTree(environment.root, { ignore: isBytecode })).toEqual(before);
    expect(await hasFastAttention(environment)).toBe(false);
  });

  it('is put back to the byte when the wheel turns out to be another build', async () => {
    const broken = standardCatalogue();
    broken.simple = [
      ...(broken.simple ?? []).filter((wheel) => wheel.name !== 'xformers'),
      xformersWheel({
        version: '0.0.29.post3',
        torch: '2.6.0+cu124',
        reallyBuiltFor: '2.5.1+cu121',
      }),
    ];
    const liar = await startIndex({ catalogue: { ...broken, 'whl/cu124': [], 'whl/cu126': [] } });
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index: liar });
    const { plan } = await planFor(test, environment);
    const before = await digestTree(environment.root);
    const state = await test.run({ kind: 'fix', planId: plan.id });
    expect(state.outcome).toBe('failed');
    expect(state.problem?.code).toBe('verification-failed');
    expect(state.result).toMatchObject({ fix: { outcome: 'undone' } });
    expect(await digestTree(environment.root)).toBe(before);
    await liar.close();
  });

  it('changes nothing when the download breaks off, and says that the index was the trouble', async () => {
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index, environment: { PIP_RETRIES: '0' } });
    const { plan } = await planFor(test, environment);
    const before = await digestTree(environment.root);
    index.setFaults({ status: 503 });
    const state = await test.run({ kind: 'fix', planId: plan.id });
    expect(state.problem?.code).toBe('index-unreachable');
    expect(state.result).toMatchObject({ fix: { outcome: 'undone' } });
    expect(await digestTree(environment.root)).toBe(before);
  });

  it('refuses a plan that no longer fits what is there', async () => {
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    const { plan } = await planFor(test, environment);
    await runPython(environment, ['-m', 'pip', 'uninstall', '--yes', 'xformers']);
    const state = await test.run({ kind: 'fix', planId: plan.id });
    expect(state.problem?.code).toBe('plan-outdated');
  });

  it('keeps what the user installed after the repair when it is undone later', async () => {
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    const { targetId, plan } = await planFor(test, environment);
    await test.result({ kind: 'fix', planId: plan.id });
    await writeFile(join(environment.sitePackages, 'mine.py'), 'x = 1\n');
    await hasFastAttention(environment);
    await test.result({ kind: 'rollback', targetId });
    expect(existsSync(join(environment.sitePackages, 'mine.py'))).toBe(true);
    const built = await readFile(
      join(environment.sitePackages, 'xformers', 'cpp_lib.json'),
      'utf8',
    );
    expect(built).toContain('2.3.1');
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId });
    expect(diagnosis.findings[0]?.cause).toBe('xformers_torch_mismatch');
  });
});

describe('a repair that was interrupted', () => {
  it('is put back by the next repair, from its journal', async () => {
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    const { plan } = await planFor(test, environment);
    const before = await digestTree(environment.root);
    await test.result({ kind: 'fix', planId: plan.id });
    await pretendItNeverEnded(test, plan.environmentId);
    const again = await startTestEngine({ index, stateFolder: test.stateFolder });
    const targetId = await again.engine.resolveTarget(environment.root);
    const { diagnosis } = await again.result({ kind: 'diagnose', targetId });
    expect(diagnosis.problem?.code).toBe('interrupted-repair');
    await again.result({ kind: 'rollback', targetId });
    expect(await digestTree(environment.root)).toBe(before);
  });
});

/** As a power loss between install and verification leaves it. */
async function pretendItNeverEnded(test: TestEngine, environmentId: string): Promise<void> {
  const snapshots = join(test.stateFolder, 'snapshots', environmentId);
  const [id = ''] = (await test.system.files.list(snapshots))?.map((entry) => entry.name) ?? [];
  const file = join(snapshots, id, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, state: 'pending', added: [] }));
}

describe('the other repairs', () => {
  it('gives a CPU torch its CUDA build and leaves an xFormers that then fits', async () => {
    const environment = await makeScenario('cpuTorch');
    const test = await startTestEngine({ index });
    const { plan } = await planFor(test, environment);
    expect(plan.changes).toContainEqual({
      name: 'torch',
      from: '2.6.0+cpu',
      to: '2.6.0+cu124',
    });
    expect(plan.changes.map((change) => change.name)).not.toContain('xformers');
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    expect(await hasFastAttention(environment)).toBe(true);
  });

  it('adds the Triton that SageAttention needs, and nothing else', async () => {
    const environment = await makeScenario('tritonRequired');
    const test = await startTestEngine({ index });
    const { plan } = await planFor(test, environment);
    expect(plan.changes).toEqual([{ name: 'triton', from: null, to: '3.2.0' }]);
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    await runPython(environment, ['-c', 'import sageattention']);
  });

  it('takes the other build of the same xFormers version where only CUDA differs', async () => {
    const environment = await makeScenario('cudaMajorMismatch');
    const test = await startTestEngine({ index });
    const { plan } = await planFor(test, environment);
    expect(plan.changes[0]?.name).toBe('xformers');
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    expect(await hasFastAttention(environment)).toBe(true);
  });

  it('has nothing to do on a healthy environment', async () => {
    const environment = await makeScenario('healthy');
    const test = await startTestEngine({ index });
    const { plan } = await planFor(test, environment);
    expect(plan.changes).toEqual([]);
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('nothing-to-do');
  });

  it('is not planned where it would leave a package unsatisfied that is content now', async () => {
    const environment = await makeEnvironment({
      packages: [
        torchWheel({ version: '2.6.0+cu124' }),
        xformersWheel({ version: '0.0.27', torch: '2.3.1+cu121' }),
        tritonWheel({ version: '3.2.0' }),
        sageattentionWheel({ version: '1.0.6' }),
      ],
    });
    const info = join(environment.sitePackages, 'sageattention-1.0.6.dist-info', 'METADATA');
    const text = await readFile(info, 'utf8');
    await writeFile(info, text.replace('\n', '\nRequires-Dist: xformers==0.0.27\n'));
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(environment.root);
    const { problem } = await test.run({ kind: 'plan', targetId, goal: 'recommended' });
    expect(problem).toMatchObject({
      code: 'would-break-packages',
      params: { packages: 'sageattention (xformers==0.0.27)' },
    });
  });
});
