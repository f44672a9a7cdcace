import { describe, expect, it } from 'vitest';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { absent, known, unknown, type Facts } from '../../../../shared/facts.ts';
import { distributions, factsWith, live, torch, xformers } from '../../../support/facts.ts';

const nvidia: Facts['gpus'] = known(
  [
    {
      vendor: 'nvidia',
      name: 'NVIDIA GeForce RTX 4090',
      computeCapability: '8.9',
      memoryMiB: 24564,
    },
  ],
  'driver',
);
const comfyui = { version: '0.3.64', flags: [] };

/** What is there, the root cause, the verdict, and its confidence. */
const table: [string, Partial<Facts>, string, string, string?][] = [
  ['everything fits', {}, 'healthy', 'healthy', 'medium'],
  ['everything fits, proven live', { live: live() }, 'healthy', 'healthy', 'high'],
  [
    'a patch release of the same torch usually loads',
    { torch: torch('2.6.1+cu124', '12.4') },
    'healthy',
    'healthy',
  ],
  [
    'built for an older torch',
    { xformers: xformers('0.0.27', '2.3.1+cu121') },
    'xformers_torch_mismatch',
    'problem',
    'high',
  ],
  [
    'a live process that loaded it overrules the files',
    { torch: torch('2.7.0+cu126', '12.6'), live: live() },
    'healthy',
    'healthy',
  ],
  [
    'the stable ABI with another CUDA major',
    { torch: torch('2.12.0+cu130', '13.0'), xformers: xformers('0.0.35', '2.10.0+cu128') },
    'xformers_torch_mismatch',
    'problem',
  ],
  [
    'the stable ABI with a later torch of the same CUDA major',
    { torch: torch('2.12.0+cu126', '12.6'), xformers: xformers('0.0.35', '2.10.0+cu128') },
    'healthy',
    'healthy',
  ],
  [
    'a bare Linux version whose version.py says CUDA 13',
    { torch: torch('2.15.0', '13.2'), xformers: xformers('0.0.35', '2.10.0+cu128') },
    'xformers_torch_mismatch',
    'problem',
  ],
  [
    'the extension file is gone',
    { xformers: xformers('0.0.29.post3', '2.6.0+cu124', false) },
    'xformers_incomplete_build',
    'problem',
    'medium',
  ],
  [
    'a CPU torch beside an NVIDIA card',
    { torch: torch('2.6.0+cpu', null), gpus: nvidia },
    'torch_cpu_build',
    'problem',
    'high',
  ],
  [
    'a CPU torch beside packages that need CUDA',
    { torch: torch('2.6.0+cpu', null), distributions: distributions('xformers') },
    'torch_cpu_build',
    'problem',
    'medium',
  ],
  [
    'a CPU torch under a bare number, as on Windows',
    { platform: 'win32', torch: torch('2.12.0', null), gpus: nvidia },
    'torch_cpu_build',
    'problem',
    'high',
  ],
  [
    'no xFormers in a bare environment',
    { xformers: absent('file') },
    'accel_package_not_installed',
    'problem',
  ],
  [
    'no xFormers in a ComfyUI, which does not need it',
    { xformers: absent('file'), comfyui },
    'accel_package_not_installed',
    'benign',
  ],
  [
    'a flag that asks for what is missing, abbreviated as argparse allows',
    { comfyui: { version: '0.3.64', flags: ['--use-sage'] } },
    'accel_package_not_installed',
    'problem',
  ],
  [
    'a ComfyUI that was told to use PyTorch',
    {
      xformers: absent('file'),
      comfyui: { version: null, flags: ['--use-pytorch-cross-attention'] },
    },
    'healthy',
    'healthy',
  ],
  [
    'no Triton, and nobody asks',
    { triton: absent('file') },
    'triton_missing_benign',
    'benign',
    'high',
  ],
  [
    'no Triton beside SageAttention',
    { triton: absent('file'), distributions: distributions('sageattention') },
    'triton_missing_required',
    'problem',
    'high',
  ],
];

describe('judge', () => {
  it.each(table)('%s', (_, own, cause, verdict, confidence) => {
    const judged = judge(factsWith(own));
    expect(judged.findings[0]?.cause).toBe(cause);
    expect(judged.verdict).toBe(verdict);
    if (confidence) expect(judged.findings[0]?.confidence).toBe(confidence);
  });

  it('calls the mismatch a consequence where torch itself is the CPU build', () => {
    const facts = factsWith({
      torch: torch('2.6.0+cpu', null),
      distributions: distributions('xformers'),
    });
    const { findings } = judge(facts);
    expect(findings.map((each) => [each.cause, each.consequence])).toEqual([
      ['torch_cpu_build', false],
      ['xformers_torch_mismatch', true],
    ]);
  });

  it('says nothing against a CPU torch that was asked for', () => {
    const facts = factsWith({
      torch: torch('2.6.0+cpu', null),
      xformers: absent('file'),
      comfyui: { version: null, flags: ['--cpu'] },
    });
    expect(judge(facts).verdict).toBe('healthy');
  });

  it('does not call healthy what it could not look at', () => {
    const facts = factsWith({ live: unknown({ code: 'timed-out', params: { seconds: 60 } }) });
    expect(judge(facts).verdict).toBe('unknown');
    expect(judge(factsWith({ torch: absent('file'), xformers: absent('file') })).verdict).toBe(
      'unknown',
    );
  });

  it('still names a fault that the files prove when Python does not answer', () => {
    const facts = factsWith({
      xformers: xformers('0.0.27', '2.3.1+cu121'),
      live: unknown({ code: 'timed-out' }),
    });
    expect(judge(facts).verdict).toBe('problem');
  });

  it('hands the message of a torch that does not import to the user', () => {
    const broken = live({
      torch: {
        version: null,
        cuda: null,
        cudaAvailable: null,
        devices: [],
        error: 'OSError: c10.dll',
      },
      xformers: null,
    });
    const judged = judge(factsWith({ live: broken }));
    expect(judged.verdict).toBe('unknown');
    expect(judged.headline).toEqual({
      key: 'verdict.torch-broken',
      params: { text: 'OSError: c10.dll' },
    });
  });
});
