import { describe, expect, it } from 'vitest';
import { known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch } from '../../../support/facts.ts';
import {
  attentionBuild,
  cards,
  comfyui,
  imported,
  noXformers,
  packages,
  verdictOn,
} from '../../../support/findings.ts';

const sage = (version: string, ...flags: string[]): Partial<Facts> => ({
  ...noXformers,
  torch: torch('2.9.1+cu128', '12.8'),
  triton: known({ distribution: 'triton', version: '3.5.1' }, 'file'),
  comfyui: comfyui(...flags),
  distributions: packages(`sageattention==${version}`, 'triton==3.5.1'),
});
const dll =
  'ImportError: DLL load failed while importing _fused: The specified procedure could not be found.';

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  [
    'a Sage wheel of another CUDA',
    sage('2.2.0+cu130torch2.9.0andhigher.post4', '--use-sage-attention'),
    'sageattention_binary_mismatch',
    'error, medium',
  ],
  [
    'a Sage wheel of another torch',
    sage('2.1.1+cu128torch2.7.0', '--use-sage-attention'),
    'sageattention_binary_mismatch',
    'error, medium',
  ],
  [
    'the same without a flag',
    sage('2.1.1+cu128torch2.7.0'),
    'sageattention_binary_mismatch',
    'warning, medium',
  ],
  [
    'a Sage wheel for this torch and higher ones',
    sage('2.2.0+cu128torch2.9.0andhigher.post4', '--use-sage-attention'),
    'sageattention_binary_mismatch',
    null,
  ],
  [
    'a Sage wheel for later ones only',
    { ...sage('2.2.0+cu128torch2.10.0andhigher.post6', '--use-sage-attention') },
    'sageattention_binary_mismatch',
    'error, medium',
  ],
  [
    'a Sage wheel that imports',
    { ...sage('2.1.1+cu128torch2.7.0'), live: imported('sageattention', null) },
    'sageattention_binary_mismatch',
    null,
  ],
  [
    'a Sage wheel that does not load',
    { ...sage('2.2.0'), live: imported('sageattention', dll) },
    'sageattention_binary_mismatch',
    'error, high',
  ],
  [
    'a Sage whose Triton is missing',
    {
      ...sage('2.2.0'),
      live: imported('sageattention', "ModuleNotFoundError: No module named 'triton'"),
    },
    'sageattention_binary_mismatch',
    null,
  ],
  [
    'a Sage by the address of its wheel',
    {
      ...sage('2.2.0'),
      attentionBuilds: [
        attentionBuild({ wheel: 'sageattention-2.2.0+cu130torch2.9.0-cp311-cp311-win_amd64.whl' }),
      ],
    },
    'sageattention_binary_mismatch',
    'warning, medium',
  ],
  [
    'a Sage compiled for another Python',
    {
      ...sage('2.2.0'),
      attentionBuilds: [attentionBuild({ compiled: ['_fused.cpython-312-x86_64-linux-gnu.so'] })],
    },
    'sageattention_binary_mismatch',
    'warning, medium',
  ],
  [
    'a Sage for any Python',
    {
      ...sage('2.2.0'),
      attentionBuilds: [attentionBuild({ compiled: ['_fused.abi3.so', '_fused.pyd'] })],
    },
    'sageattention_binary_mismatch',
    null,
  ],
  ['a Sage of which nothing is known', sage('2.2.0'), 'sageattention_binary_mismatch', null],
  [
    'Sage 1 beside RTX 40',
    { ...sage('1.0.6'), gpus: cards('RTX 4090') },
    'sageattention_wrong_build',
    'harmless, low',
  ],
  [
    'Sage 1 beside RTX 30',
    { ...sage('1.0.6'), gpus: cards('RTX 3060') },
    'sageattention_wrong_build',
    null,
  ],
  [
    'Sage 2 without the kernel of RTX 40',
    {
      ...sage('2.2.0', '--use-sage-attention'),
      gpus: cards('RTX 4090'),
      attentionBuilds: [attentionBuild({ compiled: ['_qattn_sm80.abi3.so', '_fused.abi3.so'] })],
    },
    'sageattention_wrong_build',
    'error, medium',
  ],
  [
    'Sage 2 with it',
    {
      ...sage('2.2.0', '--use-sage-attention'),
      gpus: cards('RTX 4090'),
      attentionBuilds: [
        attentionBuild({ compiled: ['_qattn_sm80.abi3.so', '_qattn_sm89.abi3.so'] }),
      ],
    },
    'sageattention_wrong_build',
    null,
  ],
  [
    'Sage 2 with files of other names',
    {
      ...sage('2.2.0'),
      gpus: cards('RTX 4090'),
      attentionBuilds: [attentionBuild({ compiled: ['_fused.abi3.so'] })],
    },
    'sageattention_wrong_build',
    null,
  ],
];

describe('SageAttention', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });
});
