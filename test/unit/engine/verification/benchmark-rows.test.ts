import { describe, expect, it } from 'vitest';
import {
  shapeOf,
  timedCases,
  workOf,
} from '../../../../electron/engine/knowledge/attention-works.ts';
import {
  measurementsOf,
  troubleOf,
} from '../../../../electron/engine/verification/benchmark-rows.ts';
import type { Ending, KernelAnswer } from '../../../../shared/kernel-report.ts';

const well: Ending = { kind: 'exit', exitCode: 0, signal: null, stderr: '' };
const timed = (relativeError: number | null): KernelAnswer => ({
  ...{ kind: 'case', case: 'flux-1024-bf16', finite: relativeError !== null },
  ...{ relativeError, largestError: relativeError },
  ...{ medianMs: 0.43, lowMs: 0.42, highMs: 0.45, runs: 20, peakMiB: 27 },
});
const kernel: KernelAnswer = {
  ...{ kind: 'kernel', case: 'flux-1024-bf16', operators: [] },
  kernels: ['cudnn_generated_fort_native_sdpa_sm90_flash_fprop_wgmma'],
};
const report = (answers: KernelAnswer[], ending: Ending = well) => ({
  ...{ backend: 'sdpa' as const, answers, ending },
});

describe('a measurement', () => {
  it('is what was timed, with the kernel that ran', () => {
    expect(measurementsOf(report([timed(0.002), kernel]))).toEqual([
      {
        ...{ backend: 'sdpa', work: 'flux-1024', kind: 'flux', shape: '1x24x4608x128' },
        ...{ dtype: 'bf16', medianMs: 0.43, lowMs: 0.42, highMs: 0.45, peakMiB: 27 },
        ...{
          relativeError: 0.002,
          kernel: 'cudnn_generated_fort_native_sdpa_sm90_flash_fprop_wgmma',
        },
      },
    ]);
  });

  it.each([[0.1], [null]])('with wrong numbers (%s) is none', (error) => {
    expect(measurementsOf(report([timed(error)]))).toEqual([]);
    expect(troubleOf(report([timed(error)]))?.key).toBe('benchmark.wrong');
  });

  it.each<[string, KernelAnswer[], Ending, string | null]>([
    ['went well', [timed(0.002)], well, null],
    ['crashed', [timed(0.002)], { ...well, exitCode: 128, signal: 'SIGSEGV' }, 'benchmark.crashed'],
    [
      'met an illegal access',
      [{ kind: 'failed', case: 'wan-480p-bf16', text: 'CUDA error', notes: [] }],
      well,
      'benchmark.failed',
    ],
    ['came too late', [{ kind: 'late', case: 'x' }], well, 'benchmark.late'],
    [
      'was cut off',
      [timed(0.002)],
      { kind: 'timed-out', seconds: 30, stderr: '' },
      'benchmark.late',
    ],
  ])('that %s', (_, answers, ending, expected) => {
    expect(troubleOf(report(answers, ending))?.key ?? null).toBe(expected);
  });
});

it('the timed inputs are what people run, each usual number format before the others', () => {
  const ids = timedCases.map((each) => each.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.indexOf('hunyuan-544p-bf16')).toBeLessThan(ids.indexOf('sdxl-1024-bf16'));
  expect(timedCases.every((each) => workOf(each.id) !== null)).toBe(true);
  expect(new Set(timedCases.map((each) => each.headSize))).toEqual(
    new Set([64, 40, 128, 512, 160]),
  );
  expect(shapeOf(timedCases[0] ?? { batch: 0, heads: 0, tokens: 0, headSize: 0 })).toBe(
    '2x10x4096x64',
  );
});
