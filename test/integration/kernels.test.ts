import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { proofCases, timedCases } from '../../electron/engine/knowledge/attention-works.ts';
import { runKernel, runTriton } from '../../electron/engine/probes/kernels/run-kernels.ts';
import { judgeBackend } from '../../electron/engine/verification/judge-backend.ts';
import { tritonRung } from '../../electron/engine/verification/triton-rung.ts';
import type { Environment } from '../../shared/install.ts';
import type { KernelBackend } from '../../shared/kernel-backends.ts';
import type { BackendRun } from '../../shared/verification.ts';
import type { TestEnvironment } from '../support/environments.ts';
import { makeScenario } from '../support/scenarios.ts';
import { sampleEnvironment } from '../support/sample-machine.ts';

/** Programs are real, and so are the crashes; torch is the imitation, which has no numbers. */
let made: TestEnvironment;
let environment: Environment;
const system = createNodeSystem();

beforeAll(async () => {
  made = await makeScenario('tritonRequired');
  environment = sampleEnvironment({
    executable: made.python,
    environmentRoot: made.root,
    kind: 'venv',
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function run(
  backend: KernelBackend,
  behaves: string,
  options: { gpu?: string; timeLimit?: number } = {},
): Promise<BackendRun> {
  vi.stubEnv('TORCH_IMITATION_ATTENTION', behaves);
  vi.stubEnv('TORCH_IMITATION_GPU', options.gpu ?? 'NVIDIA GeForce RTX 4090;8.9;24564');
  const { timeLimit = 60_000 } = options;
  const request = { backend, cases: proofCases, seconds: 20 };
  return judgeBackend(await runKernel(system, environment, request, { timeLimit }));
}

describe('an attention in a Python of its own', () => {
  it('computes on the graphics card, and its kernel is named', async () => {
    expect(await run('sdpa', '')).toMatchObject({
      outcome: 'pass',
      version: '2.6.0+cu124',
      device: 'cuda',
      dtype: 'fp16',
      shape: '2x8x1024x64',
      relativeError: 0.0001,
      kernel: 'cudnn_generated_fort_native_sdpa_sm90_flash_fprop_wgmma_f16',
      problem: null,
    });
    expect(await run('xformers', '')).toMatchObject({
      outcome: 'pass',
      version: '0.0.29.post3',
      kernel: expect.stringContaining('pytorch_flash::') as string,
    });
  });

  it('computes on the processor where there is no card', async () => {
    vi.stubEnv('TORCH_IMITATION_GPU', '');
    expect(await run('sdpa', '', { gpu: '' })).toMatchObject({
      outcome: 'pass',
      device: 'cpu',
      dtype: 'fp32',
      kernel: 'aten::_scaled_dot_product_flash_attention_for_cpu',
    });
  });

  it.each<[string, BackendRun['outcome'], string, string | null]>([
    ['wrong', 'fail', 'backend.wrong', null],
    ['raise', 'fail', 'backend.failed', 'kernel-failed'],
    ['illegal', 'fail', 'backend.failed', 'kernel-failed'],
    ['abort', 'fail', 'backend.crashed-at', 'kernel-crashed'],
    ['segfault', 'fail', 'backend.crashed-at', 'kernel-crashed'],
    ['exit', 'fail', 'backend.crashed-at', 'kernel-crashed'],
  ])('that goes %s', async (behaves, outcome, key, code) => {
    const judged = await run('xformers', `xformers=${behaves}`);
    expect([judged.outcome, judged.evidence.key]).toEqual([outcome, key]);
    expect(judged.problem?.code ?? null).toBe(code);
    expect(judged.version).toBe('0.0.29.post3');
  });

  it('tells by which signal, and where Python was', async () => {
    const { evidence } = await run('xformers', 'xformers=segfault');
    expect(evidence.params).toMatchObject({
      end: expect.stringMatching(/^SIGSEGV \(.*string_at/) as string,
      shape: '2x8x1024x64 fp16',
    });
    expect((await run('xformers', 'xformers=exit')).evidence.params?.['end']).toBe('exit code 3');
  });

  it('that never answers is ended, and what it said before counts', async () => {
    const hung = await run('xformers', 'xformers=hang', { timeLimit: 4000 });
    expect(hung).toMatchObject({ outcome: 'fail', device: 'cuda', problem: { code: 'timed-out' } });
  });

  it('inside PyTorch that says no is no fault', async () => {
    const refused = await run('sdpa-cudnn', 'sdpa=refuse');
    expect([refused.outcome, refused.evidence.key]).toEqual(['skipped', 'backend.refused']);
    expect((await run('flash-attn', '')).evidence.key).toBe('backend.not-installed');
  });

  it('is timed where that is asked for', async () => {
    vi.stubEnv('TORCH_IMITATION_ATTENTION', 'sdpa=2.5');
    vi.stubEnv('TORCH_IMITATION_GPU', 'NVIDIA GeForce RTX 4090;8.9;24564');
    const request = { backend: 'sdpa' as const, cases: timedCases.slice(0, 1), seconds: 20 };
    const { answers } = await runKernel(system, environment, request);
    expect(answers.find((each) => each.kind === 'case')).toMatchObject({
      case: 'sdxl-1024-fp16',
      medianMs: 2.5,
      lowMs: 2.5,
      highMs: 2.5,
      peakMiB: 10,
    });
  });
});

describe('Triton', () => {
  it('is not there', async () => {
    vi.stubEnv('TORCH_IMITATION_GPU', 'NVIDIA GeForce RTX 4090;8.9;24564');
    expect(tritonRung(await runTriton(system, environment)).outcome).toBe('skipped');
  });

  it('runs a kernel', async () => {
    const healthy = await makeScenario('healthy');
    vi.stubEnv('TORCH_IMITATION_GPU', 'NVIDIA GeForce RTX 4090;8.9;24564');
    const other = { ...environment, executable: healthy.python, environmentRoot: healthy.root };
    const rung = tritonRung(await runTriton(system, other));
    expect([rung.outcome, rung.evidence.key]).toEqual(['pass', 'rung.triton.pass']);
  });
});

it('leaves nothing behind', async () => {
  const before = await system.files.list(join(made.sitePackages, 'torch'));
  await run('sdpa', '');
  expect(await system.files.list(join(made.sitePackages, 'torch'))).toEqual(before);
});
