import { describe, expect, it } from 'vitest';
import { known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { torch } from '../../../support/facts.ts';
import { liveTorch, noXformers, packages, verdictOn } from '../../../support/findings.ts';

const cu126: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu126', '12.6') };
const cu128: Partial<Facts> = { ...noXformers, torch: torch('2.8.0+cu128', '12.8') };
const cu130: Partial<Facts> = { ...noXformers, torch: torch('2.10.0+cu130', '13.0') };

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  [
    'torchvision of another torch',
    { ...cu126, distributions: packages('torchvision==0.22.1+cu126') },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'torchvision of this torch',
    { ...cu126, distributions: packages('torchvision==0.23.0+cu126') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'a patch release of torchvision',
    { ...cu126, distributions: packages('torchvision==0.23.1') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision without CUDA',
    { ...cu126, distributions: packages('torchvision==0.23.0+cpu') },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'torchvision of another CUDA major',
    { ...cu130, distributions: packages('torchvision==0.25.0+cu126') },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'torchvision of another CUDA minor',
    { ...cu128, distributions: packages('torchvision==0.23.0+cu129') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchaudio of another CUDA minor, by its own file',
    {
      ...cu128,
      distributions: packages('torchaudio==2.8.0').map((each) => ({
        ...each,
        build: '2.8.0+cu129',
      })),
    },
    'torchvision_torch_mismatch',
    'warning, high',
  ],
  [
    'torchaudio 2.11 of the same CUDA beside a newer torch',
    {
      ...noXformers,
      torch: torch('2.14.0+cu130', '13.0'),
      distributions: packages('torchaudio==2.11.0+cu130'),
    },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchaudio 2.11 of another CUDA minor beside the torch of the index',
    {
      ...noXformers,
      torch: torch('2.15.0', '13.2'),
      distributions: packages('torchaudio==2.11.0+cu130'),
    },
    'torchvision_torch_mismatch',
    'warning, high',
  ],
  [
    'torchaudio 2.11.1, which compares the CUDA major alone',
    { torch: torch('2.14.1+cu130', '13.0'), distributions: packages('torchaudio==2.11.1+cu132') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchaudio without CUDA',
    { ...cu128, distributions: packages('torchaudio==2.8.0+cpu') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision from source',
    { ...cu126, distributions: packages('torchvision==0.20.0a0+bf0162') },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision 0.29.2 beside torch 2.15, as the index has it',
    {
      ...noXformers,
      torch: torch('2.15.0+cu132', '13.2'),
      distributions: packages('torchvision==0.29.2'),
    },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'torchvision of the torch before',
    {
      ...noXformers,
      torch: torch('2.15.0+cu132', '13.2'),
      distributions: packages('torchvision==0.28.0'),
    },
    'torchvision_torch_mismatch',
    'error, high',
  ],
  [
    'only torchaudio is another',
    { ...cu126, distributions: packages('torchvision==0.23.0', 'torchaudio==2.6.0') },
    'torchvision_torch_mismatch',
    'warning, medium',
  ],
  [
    'the last torchaudio beside a later torch',
    {
      ...noXformers,
      torch: torch('2.14.0+cu130', '13.0'),
      distributions: packages('torchaudio==2.11.0'),
    },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'a torch that no table knows',
    {
      ...noXformers,
      torch: torch('2.40.0+cu140', '14.0'),
      distributions: packages('torchvision==0.22.1'),
    },
    'torchvision_torch_mismatch',
    null,
  ],
  [
    'NumPy 2 beside torch 2.2',
    { ...noXformers, torch: torch('2.2.2+cu121', '12.1'), distributions: packages('numpy==2.1.0') },
    'numpy_abi_mismatch',
    'error, high',
  ],
  [
    'NumPy 2 beside torch 2.3 on Linux',
    { ...noXformers, torch: torch('2.3.1+cu121', '12.1'), distributions: packages('numpy==2.1.0') },
    'numpy_abi_mismatch',
    null,
  ],
  [
    'NumPy 2 beside torch 2.3 on Windows',
    {
      ...noXformers,
      platform: 'win32',
      torch: torch('2.3.1+cu121', '12.1'),
      distributions: packages('numpy==2.1.0'),
    },
    'numpy_abi_mismatch',
    'error, high',
  ],
  [
    'NumPy 1',
    {
      ...noXformers,
      torch: torch('2.2.2+cu121', '12.1'),
      distributions: packages('numpy==1.26.4'),
    },
    'numpy_abi_mismatch',
    null,
  ],
];

describe('companions of torch', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });

  it('believe a torchvision that a live Python imported', () => {
    const base = { ...cu126, distributions: packages('torchvision==0.22.1') };
    const imported = (error: string | null): Facts['live'] => {
      const answer = liveTorch({});
      if (answer.state !== 'known') throw new Error('not live');
      return known({ ...answer.value, imports: [{ module: 'torchvision', error }] }, 'probe');
    };
    expect(verdictOn({ ...base, live: imported(null) }, 'torchvision_torch_mismatch')).toBeNull();
    const said = 'RuntimeError: operator torchvision::nms does not exist';
    expect(verdictOn({ ...base, live: imported(said) }, 'torchvision_torch_mismatch')).toBe(
      'error, high',
    );
    const other = "ModuleNotFoundError: No module named 'PIL'";
    expect(verdictOn({ ...cu126, live: imported(other) }, 'torchvision_torch_mismatch')).toBeNull();
  });
});
