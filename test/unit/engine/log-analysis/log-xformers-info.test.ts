import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';

type Info = { own: boolean; others: boolean; torch?: string; built?: string | null; gpu?: string };

/** What `python -m xformers.info` prints. */
function info({ own, others, torch = '2.9.1+cu128', built = null, gpu }: Info): string[] {
  const state = (works: boolean) => (works ? 'available' : 'unavailable');
  return [
    'xFormers 0.0.33.post2',
    `memory_efficient_attention.ckF:                    unavailable`,
    `memory_efficient_attention.cutlassF-pt:            ${state(others)}`,
    `memory_efficient_attention.fa2F@2.5.7:             ${state(own)}`,
    `memory_efficient_attention.triton_splitKF:         ${state(others)}`,
    `pytorch.version:                                   ${torch}`,
    'pytorch.cuda:                                      available',
    'gpu.compute_capability:                            8.9',
    `gpu.name:                                          ${gpu ?? 'NVIDIA GeForce RTX 4090'}`,
    `build.info:                                        ${built === null ? 'none' : 'available'}`,
    ...(built === null ? [] : [`build.torch_version:                               ${built}`]),
  ];
}

describe('the list of operators', () => {
  it.each([
    ['a build that fits', { own: true, others: true, built: '2.9.1+cu128' }, 'healthy'],
    ['no record of a build', { own: false, others: true }, 'xformers_incomplete_build'],
    ['nothing available', { own: false, others: false }, 'xformers_incomplete_build'],
    [
      'nothing, though it fits',
      { own: false, others: false, built: '2.9.1+cu128' },
      'xformers_incomplete_build',
    ],
    [
      'for another torch',
      { own: false, others: false, built: '2.8.0+cu128' },
      'xformers_torch_mismatch',
    ],
    [
      'for another CUDA, PyTorch’s own available',
      { own: false, others: true, built: '2.9.1+cu130' },
      'xformers_torch_mismatch',
    ],
    ['without a CUDA torch', { own: false, others: false, torch: '2.9.1+cpu' }, 'torch_cpu_build'],
  ] as const)('%s', (_, parts, cause) => {
    const analysis = analyse(info(parts));
    expect(analysis.findings[0]?.cause).toBe(cause);
    expect(analysis.verdict).toBe(cause === 'healthy' ? 'healthy' : 'problem');
  });

  it('of an AMD card says nothing of NVIDIA’s kernels', () => {
    const lines = info({
      own: false,
      others: false,
      torch: '2.9.1+rocm6.4',
      gpu: 'AMD Radeon RX 7900 XTX',
    });
    const causes = analyse(lines).findings.map((each) => each.cause);
    expect(causes).not.toContain('xformers_incomplete_build');
  });
});
