import { describe, expect, it } from 'vitest';
import { byMeasure, speedupOf } from '../../../../electron/engine/verification/by-measure.ts';
import { recommend } from '../../../../electron/engine/verification/recommend.ts';
import { absent, type Facts } from '../../../../shared/facts.ts';
import { benchmarkTables } from '../../../../shared/benchmark-tables.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { BackendRun, Measurement } from '../../../../shared/verification.ts';
import { factsWith, live } from '../../../support/facts.ts';
import { passedVerification } from '../../../support/sample-verification.ts';

/** Milliseconds of each attention at each piece of work. */
type Times = Partial<Record<Measurement['backend'], Partial<Record<string, number>>>>;
const kinds: Record<string, Measurement['kind']> = { sdxl: 'sdxl', flux: 'flux', wan: 'video' };

function rows(times: Times): Measurement[] {
  return Object.entries(times).flatMap(([backend, works]) =>
    Object.entries(works).map(([work, medianMs = 0]): Measurement => ({
      ...{ backend: backend as Measurement['backend'], work, kind: kinds[work] ?? 'sdxl' },
      ...{ shape: '2x10x4096x64', dtype: 'fp16', medianMs, lowMs: medianMs, highMs: medianMs },
      ...{ peakMiB: 10, kernel: null },
      relativeError: backend === 'sageattention' ? 0.013 : 0.0003,
    })),
  );
}
const facts = (own: Partial<Facts> = {}) => factsWith({ live: live(), ...own });
const started = (flags: string[]) => facts({ comfyui: { version: '0.45.2', flags } });

/** As measured on an H200: xFormers is PyTorch's own flash behind another door. */
const hopper: Times = {
  sdpa: { sdxl: 0.22, flux: 0.43, wan: 11.6 },
  xformers: { sdxl: 0.43, flux: 0.91, wan: 18.8 },
  sageattention: { sdxl: 0.49, flux: 0.81 },
};

describe('what was measured', () => {
  it('on a card where PyTorch is quicker installs nothing, and keeps ComfyUI from xFormers', () => {
    expect(byMeasure(facts(), rows(hopper))).toEqual({
      backend: 'pytorch',
      flag: '--use-pytorch-cross-attention',
      speedup: 1,
      basis: message('recommend.measured.own', { name: 'xFormers', times: '1.9' }),
    });
    const already = byMeasure(started(['--use-pytorch-cross-attention']), rows(hopper));
    expect(already?.flag).toBeNull();
  });

  it.each<[string, Times, string, string | null, string]>([
    ['only PyTorch', { sdpa: { sdxl: 1 } }, 'pytorch', null, 'recommend.measured.alone'],
    [
      'nothing better',
      { sdpa: { sdxl: 1 }, xformers: { sdxl: 1.02 } },
      'pytorch',
      null,
      'recommend.measured.same',
    ],
    [
      'a quicker xFormers',
      { sdpa: { sdxl: 2 }, xformers: { sdxl: 1 } },
      'xformers',
      null,
      'recommend.measured.other',
    ],
    [
      'a quicker flash-attn',
      { sdpa: { sdxl: 2 }, 'flash-attn': { sdxl: 1 } },
      'flash',
      '--use-flash-attention',
      'recommend.measured.other',
    ],
    [
      'an 8-bit one that is twice as fast',
      { sdpa: { sdxl: 2 }, sageattention: { sdxl: 1 } },
      'sage',
      '--use-sage-attention',
      'recommend.measured.quantized',
    ],
    [
      'an exact one before an 8-bit one',
      { sdpa: { sdxl: 2 }, sageattention: { sdxl: 1 }, 'flash-attn': { sdxl: 1.5 } },
      'flash',
      '--use-flash-attention',
      'recommend.measured.other',
    ],
    [
      'an 8-bit one that pays for video alone',
      { sdpa: { sdxl: 1, flux: 1, wan: 10 }, sageattention: { sdxl: 1.5, flux: 1.2, wan: 6 } },
      'pytorch',
      null,
      'recommend.measured.video',
    ],
  ])('finds %s', (_, times, backend, flag, key) => {
    const found = byMeasure(facts(), rows(times));
    expect([found?.backend, found?.flag, found?.basis.key]).toEqual([backend, flag, key]);
  });

  it('says what video would save, with its error', () => {
    const times: Times = { sdpa: { sdxl: 1, wan: 10 }, sageattention: { sdxl: 1.5, wan: 6 } };
    expect(byMeasure(facts(), rows(times))?.basis.params).toEqual({
      ...{ name: 'SageAttention', saved: 40, percent: '1.3 %', flag: '--use-sage-attention' },
    });
  });

  it('decides nothing without PyTorch’s own', () => {
    expect(byMeasure(facts(), [])).toBeNull();
    expect(byMeasure(facts(), rows({ xformers: { sdxl: 1 } }))).toBeNull();
    expect(speedupOf(rows({ sdpa: { sdxl: 1 }, xformers: { flux: 1 } }), 'xformers')).toBeNull();
  });

  it('is ranked for each piece of work', () => {
    const tables = benchmarkTables(rows(hopper));
    expect(
      tables.map(({ work, rows: ranked }) => [work, ...ranked.map((each) => each.backend)]),
    ).toEqual([
      ['sdxl', 'sdpa', 'xformers', 'sageattention'],
      ['flux', 'sdpa', 'sageattention', 'xformers'],
      ['wan', 'sdpa', 'xformers'],
    ]);
    const last = tables[2]?.rows[1];
    expect([last?.times.toFixed(2), last?.share]).toEqual(['1.62', 1]);
  });
});

describe('what was ruled out', () => {
  const fell = (id: BackendRun['id']): BackendRun =>
    ({ ...passedVerification.backends[0], id, outcome: 'fail' }) as BackendRun;
  const of = (own: Partial<Facts>, ...backends: BackendRun[]) => {
    const absentHere = own.xformers !== undefined;
    const rungs = passedVerification.rungs.map((each) =>
      absentHere ? { ...each, outcome: 'skipped' as const } : each,
    );
    const proof = { rungs, backends, benchmark: [] };
    const { backend, flag, basis } = recommend({ facts: facts(own) }, proof);
    return `${backend} ${flag ?? '-'} ${basis.key}`;
  };
  it('is never recommended', () => {
    const flag = '--use-pytorch-cross-attention';
    expect(of({}, fell('xformers'))).toBe(`pytorch ${flag} recommend.pytorch`);
    expect(of({}, fell('sdpa'), fell('xformers'))).toBe('pytorch - recommend.nothing');
    expect(of({ xformers: absent('file') }, fell('sdpa'))).toBe('pytorch - recommend.nothing');
    const flash = { ...fell('flash-attn'), outcome: 'pass' as const };
    expect(of({ xformers: absent('file') }, fell('sdpa'), flash)).toBe(
      'flash --use-flash-attention recommend.left',
    );
    expect(of({}, fell('sdpa'))).toBe('xformers - recommend.xformers');
  });
});
