import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogAnalysis } from '../../../../shared/log-analysis.ts';
import { healthyLines } from '../../../support/healthy-log.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';
import {
  harmlessLines as harmless,
  otherTrouble as others,
} from '../../../support/log-templates/quiet-lines.ts';

const start = [
  '** Python version: 3.12.10 (main, Apr  9 2025, 04:03:51) [Clang 20.1.0 ]',
  'Total VRAM 24126 MB, total RAM 64221 MB',
  'pytorch version: 2.9.1+cu130',
  'Set vram state to: NORMAL_VRAM',
  'Device: cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync',
];
const backends = {
  sage: 'Using sage attention',
  flash: 'Using Flash Attention',
  xformers: 'Using xformers attention',
  pytorch: 'Using pytorch attention',
  comfy_kitchen: 'Using Comfy Kitchen attention',
} as const;

const noise = fc.shuffledSubarray(Object.values(harmless)).map((chosen) => chosen.flat());

it('says of a list that it is one, and nothing of a start', () => {
  const lines = ['PyTorch version: 2.11.0+cu130', 'OS: Ubuntu 24.04.3 LTS (x86_64)'];
  const [finding] = analyse([...lines, 'GPU 0: NVIDIA H100 80GB HBM3']).findings;
  expect(finding?.cause).toBe('healthy');
  expect(finding?.explanation.key).toBe('log.no-fault.explanation-list');
});

describe('a healthy start', () => {
  it.each(Object.entries(backends))('with %s is healthy and names the backend', (backend, line) => {
    const analysis = analyse([...start, line, 'Starting server', ...healthyLines(60)]);
    expect(analysis.verdict).toBe('healthy');
    expect(analysis.summary).toMatchObject({ backend, torch: '2.9.1+cu130' });
    expect(analysis.headline.key).toBe(`log.healthy.${backend}`);
    expect(analysis.questions).toEqual([]);
  });

  it('stays without a fault whatever harmless lines stand in it', () => {
    const backend = fc.constantFrom(...Object.values(backends));
    const property = fc.property(backend, noise, fc.nat(40), (line, lines, count) => {
      const analysis = analyse([...start, line, ...healthyLines(count), ...lines]);
      expectNoFault(analysis);
      expect(['healthy', 'benign']).toContain(analysis.verdict);
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('says nothing of deprecations alone', () => {
    const analysis = analyse(harmless['deprecations'] ?? []);
    expectNoFault(analysis);
    expect(['benign', 'healthy']).toContain(analysis.verdict);
    expect(analysis.findings[0]?.confidence).toBe('low');
  });

  it('is one without a card of NVIDIA, too', () => {
    const starts = [
      ['pytorch version: 2.8.0+rocm6.4', 'AMD arch: gfx1100', 'Using pytorch attention'],
      [
        'pytorch version: 2.8.0+xpu',
        'Device: xpu:0 Intel(R) Arc(TM) B580 Graphics',
        'Using pytorch attention',
      ],
      ['pytorch version: 2.8.0', 'Device: mps', 'Using sub quadratic optimization for attention'],
    ];
    for (const lines of starts) expect(analyse(lines).verdict, lines[0]).toBe('healthy');
  });
});

describe('the list of xformers.info', () => {
  const info = [
    'xFormers 0.0.32.post2',
    'memory_efficient_attention.ckF:                    unavailable',
    'memory_efficient_attention.cutlassF-pt:            available',
    'memory_efficient_attention.fa2F@2.5.7-pt:          available',
    'memory_efficient_attention.fa3F@0.0.0:             unavailable',
    'memory_efficient_attention.triton_splitKF:         available',
    'indexing.scaled_index_addF:                        unavailable',
    'is_triton_available:                               True',
    'pytorch.version:                                   2.8.0+cu128',
    'pytorch.cuda:                                      available',
    'gpu.compute_capability:                            8.6',
    'gpu.name:                                          NVIDIA GeForce RTX 3060',
    'build.torch_version:                               2.8.0+cu128',
  ];

  it('is healthy though some operators are unavailable', () => {
    const analysis = analyse(info);
    expectNoFault(analysis);
    expect(analysis.verdict).toBe('healthy');
    expect(analysis.summary).toMatchObject({
      xformers: '0.0.32.post2',
      torch: '2.8.0+cu128',
      gpu: 'NVIDIA GeForce RTX 3060',
    });
  });
});

describe.each(Object.entries(others))('trouble with %s', (_name, trouble) => {
  it('is not attention, alone and after a healthy start', () => {
    for (const log of [trouble, [...start, backends.pytorch, ...healthyLines(30), ...trouble]]) {
      const analysis = analyse(log);
      expectNoFault(analysis);
      expect(analysis.verdict).toBe('not_attention');
      expect(analysis.reason).not.toBeNull();
    }
  });

  it('is not attention beside harmless lines', () => {
    const property = fc.property(noise, fc.boolean(), (lines, first) => {
      const log = first ? [...lines, ...trouble] : [...trouble, ...lines];
      const analysis = analyse([...start, backends.xformers, ...log]);
      expectNoFault(analysis);
      expect(analysis.verdict).toBe('not_attention');
    });
    fc.assert(property, { numRuns: 30 });
  });
});

function expectNoFault({ findings }: LogAnalysis): void {
  const calm = ['not_attention_oom', 'not_attention_other'];
  const faults = findings.filter(
    ({ cause, severity }) => severity !== 'harmless' && severity !== 'ok' && !calm.includes(cause),
  );
  expect(faults.map(({ cause }) => cause)).toEqual([]);
}
