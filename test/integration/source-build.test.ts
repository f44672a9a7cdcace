import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '../../electron/engine/machine/system.ts';
import { makeEnvironment, type TestEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';
import { plainWheel } from '../support/wheels/companions.ts';
import { sourcesOf } from '../support/wheels/sdist.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

const built = xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' });
const gpu = { name: 'RTX 4090', capability: [8, 9] as [number, number], memoryMiB: 24564 };

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex({ catalogue: { simple: [sourcesOf(built)] } });
});
afterAll(() => index.close());

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Everything that a build needs, without a single compiler: the toy sources need none. */
async function workshop(cuda = 12040) {
  const environment = await makeEnvironment({
    packages: [
      torchWheel({ version: '2.6.0+cu124', gpu }),
      xformersWheel({ version: '0.0.27', torch: '2.3.1+cu121' }),
      plainWheel({ name: 'wheel', version: '0.45.1' }),
      plainWheel({ name: 'setuptools', version: '75.0.0' }),
      plainWheel({ name: 'ninja', version: '1.11.1' }),
    ],
  });
  await write(join(environment.sitePackages, 'torch/include/torch/extension.h'), '#pragma once\n');
  const toolkit = join(await makeTemporaryFolder('cuda'), 'cuda');
  await write(join(toolkit, 'bin', 'nvcc'), '');
  await write(join(toolkit, 'include', 'cuda.h'), `#define CUDA_VERSION ${cuda}\n`);
  return { environment, toolkit };
}

const gib = 1024 ** 3;
const machine = (toolkit: string, freeGib = 40, from = index) =>
  startTestEngine({
    index: from,
    environment: { CUDA_HOME: toolkit, CXX: 'c++' },
    adjust: (system: System) => ({
      ...system,
      resources: () => ({ processors: 16, freeMemoryBytes: freeGib * gib }),
    }),
  });

async function planned(environment: TestEnvironment, toolkit: string, from?: IndexServer) {
  const test = await machine(toolkit, 40, from);
  const targetId = await test.engine.resolveTarget(environment.root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal: 'source-build' });
  return { test, plan, targetId };
}

describe('compiling from sources', () => {
  it('is planned with the exact build, carried out beside, installed, and undone to the byte', async () => {
    const { environment, toolkit } = await workshop();
    const before = await describeTree(environment.root, { ignore: isBytecode });
    const exact = await describeTree(environment.root, { times: true });
    const { test, plan, targetId } = await planned(environment, toolkit);
    expect(plan.changes).toEqual([{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }]);
    expect(plan.commands[0]).toContain(
      `MAX_JOBS=4 TORCH_CUDA_ARCH_LIST=8.9 CUDA_HOME=${toolkit} FORCE_CUDA=1 `,
    );
    expect(plan.commands[0]).toMatch(/ wheel --no-deps --no-build-isolation --no-binary xformers /);

    const { trial } = await test.result({ kind: 'trial', planId: plan.id });
    expect(trial.outcome).toBe('works');
    expect(await describeTree(environment.root, { times: true })).toEqual(exact);

    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    const note = join(environment.sitePackages, 'xformers', '_built_with.json');
    expect(JSON.parse(await readFile(note, 'utf8'))).toEqual({
      torch: '2.6.0+cu124',
      MAX_JOBS: '4',
      TORCH_CUDA_ARCH_LIST: '8.9',
      CUDA_HOME: toolkit,
      FORCE_CUDA: '1',
    });
    const fractions = test.events.flatMap((event) =>
      event.type === 'progress' && event.note.key === 'progress.building' ? [event.fraction] : [],
    );
    expect(fractions).toContain(0.5);

    await test.result({ kind: 'rollback', targetId });
    expect(await describeTree(environment.root, { ignore: isBytecode })).toEqual(before);
  });

  it('that fails says what the compiler said, and changes nothing', async () => {
    const broken = sourcesOf(built, { broken: 'nvcc fatal: Unsupported gpu architecture' });
    const from = await startIndex({ catalogue: { simple: [broken] } });
    const { environment, toolkit } = await workshop();
    const before = await describeTree(environment.root, { times: true });
    const { test, plan } = await planned(environment, toolkit, from);
    const { problem, result } = await test.run({ kind: 'fix', planId: plan.id });
    await from.close();
    expect(problem).toMatchObject({ code: 'build-failed' });
    expect(problem?.detail).toContain('Unsupported gpu architecture');
    expect(result).toMatchObject({ fix: { outcome: 'undone' } });
    expect(await describeTree(environment.root, { times: true })).toEqual(before);
  });
});

describe('what is missing is said before anything is downloaded', () => {
  async function reasonsOf(environment: TestEnvironment, toolkit: string, freeGib?: number) {
    const test = await machine(toolkit, freeGib);
    const targetId = await test.engine.resolveTarget(environment.root);
    index.requests.length = 0;
    const { problem } = await test.run({ kind: 'plan', targetId, goal: 'source-build' });
    expect(index.requests).toEqual([]);
    expect(problem?.code).toBe('build-tools-missing');
    return problem?.reasons?.map(({ key }) => key);
  }

  it.each<[string, (environment: TestEnvironment, toolkit: string) => Promise<void>]>([
    [
      'torch-headers',
      ({ sitePackages }) => rm(join(sitePackages, 'torch', 'include'), { recursive: true }),
    ],
    [
      'nvcc-version',
      (_, toolkit) => write(join(toolkit, 'include/cuda.h'), '#define CUDA_VERSION 13000\n'),
    ],
  ])('%s', async (what, take) => {
    const { environment, toolkit } = await workshop();
    await take(environment, toolkit);
    expect(await reasonsOf(environment, toolkit)).toEqual([`build.missing.${what}`]);
  });

  it('memory', async () => {
    const { environment, toolkit } = await workshop();
    expect(await reasonsOf(environment, toolkit, 8)).toEqual(['build.missing.memory']);
  });
});
