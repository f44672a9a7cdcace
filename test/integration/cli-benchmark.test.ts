import { describe, expect, test } from 'vitest';
import { makeSandbox, runCli, runCliJson, type Sandbox } from '../support/command-line.ts';
import { makeScenario } from '../support/scenarios.ts';

const aText: unknown = expect.any(String);
const aNumber: unknown = expect.any(Number);

const sandbox = await makeSandbox();

describe('verify --benchmark', () => {
  test('says that there is nothing to measure without a graphics card', async () => {
    const environment = await makeScenario('healthy');
    const run = await runCliJson(sandbox, ['verify', environment.root, '--benchmark']);
    expect([run.exitCode, run.at('benchmark')]).toEqual([0, []]);
    expect(run.at('benchmarkNote')).toContain('no graphics card');
  });

  test('ranks what computes, and says what follows', async () => {
    const environment = await makeScenario('healthy');
    const withCard: Sandbox = {
      ...sandbox,
      environment: {
        ...sandbox.environment,
        TORCH_IMITATION_GPU: 'NVIDIA GeForce RTX 4090;8.9;24564',
        TORCH_IMITATION_ATTENTION: 'sdpa=1;xformers=1.7',
      },
    };
    const run = await runCliJson(withCard, ['verify', environment.root, '--benchmark']);
    expect(run.each('rungs', 'outcome')).toEqual([
      ...['pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'skipped'],
    ]);
    expect(run.at('benchmark', 0)).toMatchObject({
      ...{ backend: 'sdpa', shape: '2x10x4096x64', dtype: 'fp16', medianMs: 1, peakMiB: 10 },
      ...{ relativeError: aNumber, kernel: aText },
    });
    expect(run.at('recommended')).toEqual({
      backend: 'pytorch',
      flag: '--use-pytorch-cross-attention',
      speedup: 1,
      basis:
        'PyTorch’s own attention is 1.7 times faster than xFormers on this card: nothing to install.',
    });
    expect(run.exitCode).toBe(0);
    const text = await runCli(withCard, ['verify', environment.root, '--benchmark']);
    expect(text.stdout).toMatch(/^It works\.\n/);
    expect(text.stdout).toContain('1.7 times as long');
  });
});
