import { describe, expect, it } from 'vitest';
import {
  measurementsOf,
  troubleOf,
} from '../../../../electron/engine/verification/benchmark-rows.ts';
import { byMeasure, speedupOf } from '../../../../electron/engine/verification/by-measure.ts';
import { judgeBackend } from '../../../../electron/engine/verification/judge-backend.ts';
import { climb } from '../../../../electron/engine/verification/ladder.ts';
import { kernelRung, runsRung } from '../../../../electron/engine/verification/run-rungs.ts';
import { tritonRung } from '../../../../electron/engine/verification/triton-rung.ts';
import { benchmarkTables } from '../../../../shared/benchmark-tables.ts';
import type { KernelBackend } from '../../../../shared/kernel-backends.ts';
import type { Ending, KernelReport } from '../../../../shared/kernel-report.ts';
import { factsWith, live } from '../../../support/facts.ts';
import { transcript } from '../../../support/kernel-transcripts.ts';

const ending: Ending = { kind: 'exit', exitCode: 0, signal: null, stderr: '' };
const report = (backend: KernelBackend, name: string): KernelReport => ({
  ...{ backend, answers: transcript(name), ending },
});
const runs = [
  report('sdpa', 'sdpa.run'),
  report('xformers', 'xformers-0.0.35.run'),
  report('sageattention', 'sageattention-1.0.6.run'),
  report('comfy-kitchen', 'comfy-kitchen-0.2.40.run'),
  report('sdpa-flash', 'sdpa-flash.run'),
  report('sdpa-efficient', 'sdpa-efficient.run'),
  report('sdpa-cudnn', 'sdpa-cudnn.run'),
  report('sdpa-math', 'sdpa-math.run'),
];
const benches = [
  report('sdpa', 'sdpa.bench'),
  report('xformers', 'xformers-0.0.35.bench'),
  report('sageattention', 'sageattention-1.0.6.bench'),
  report('comfy-kitchen', 'comfy-kitchen-0.2.40.bench'),
];
const facts = factsWith({ live: live() });

describe('on a real H200', () => {
  it('everything computed, and the numbers are right', () => {
    const judged = runs.map(judgeBackend);
    expect(judged.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
      runs.map(({ backend }) => `${backend} pass`),
    );
    expect(judged[0]).toMatchObject({ version: '2.11.0+cu130', device: 'cuda', dtype: 'fp16' });
    expect(judged[0]?.relativeError).toBeCloseTo(2.8e-4, 5);
    expect(judged[3]?.relativeError).toBeCloseTo(1.4e-2, 3);
    expect(runsRung(facts, judged).evidence).toEqual({
      key: 'rung.runs.pass-gpu',
      params: {
        names:
          'PyTorch 2.11.0+cu130, xFormers 0.0.35, SageAttention 1.0.6, comfy-kitchen int8 0.2.40',
      },
    });
  });

  it('each ran on its own kernel, and xFormers on PyTorch’s', () => {
    const rung = kernelRung(runs.map(judgeBackend));
    expect([rung.outcome, rung.evidence.key]).toEqual(['pass', 'rung.kernel.borrowed']);
    expect(rung.evidence.params).toEqual({ name: 'xFormers 0.0.35' });
    expect(rung.details.every((each) => each.ok)).toBe(true);
    expect(rung.details[0]?.name).toContain('cudnn_generated_fort_native_sdpa_sm90_flash_fprop');
  });

  it('the operators tell why they refuse on this card', () => {
    const rung = climb(facts, { reports: runs, skipped: [], triton: null, comfyui: null })[3];
    expect(rung?.details).toContainEqual({
      name: 'cutlassF-blackwell',
      ok: false,
      why: expect.stringContaining('(10, 0) but your GPU has capability (9, 0)') as string,
    });
    expect(rung?.details).toContainEqual({ name: 'fa2F@2.5.7-pt', ok: true });
  });

  it('an xFormers of another CUDA refuses everything, in its own words', () => {
    const refused = judgeBackend(report('xformers', 'xformers-0.0.35-without-cuda-12.run'));
    expect([refused.outcome, refused.evidence.key]).toEqual(['fail', 'backend.failed']);
    expect(refused.problem?.detail).toContain('xFormers wasn');
  });

  it('Triton compiled a kernel', () => {
    const rung = tritonRung({ answers: transcript('triton-3.6.0'), ending });
    expect(rung.evidence).toEqual({
      key: 'rung.triton.pass',
      params: { version: '3.6.0', seconds: '2.0' },
    });
  });

  it('PyTorch is the quickest for every picture and video, and nothing need be installed', () => {
    const rows = benches.flatMap(measurementsOf);
    for (const { kind, rows: ranked } of benchmarkTables(rows))
      if (kind !== 'vae') expect([kind, ranked[0]?.backend]).toEqual([kind, 'sdpa']);
    expect(speedupOf(rows, 'xformers', 'video')).toBeCloseTo(1 / 1.67, 1);
    const { backend, flag, basis } = byMeasure(facts, rows) ?? {};
    expect([backend, flag]).toEqual(['pytorch', '--use-pytorch-cross-attention']);
    expect(basis).toEqual({
      key: 'recommend.measured.own',
      params: { name: 'xFormers', times: expect.stringMatching(/^(1\.[6-9]|2)/) as string },
    });
  });

  it('an illegal memory access loses only what came after it', () => {
    const splitk = report('xformers', 'xformers-0.0.35-splitk.bench');
    expect(measurementsOf(splitk).map((each) => each.work)).toEqual(['sdxl-1024', 'flux-1024']);
    expect(troubleOf(splitk)).toEqual({
      key: 'benchmark.failed',
      params: {
        name: 'xFormers',
        text: 'RuntimeError: Triton Error [CUDA]: an illegal memory access was encountered',
      },
    });
  });
});
