import { describe, expect, it } from 'vitest';
import { absent, known, type Facts } from '../../../../shared/facts.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { xformersReleaseRows } from '../../../../electron/engine/knowledge/tables.ts';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import type { Goal } from '../../../../shared/goal.ts';
import { packages } from '../../../support/findings.ts';
import { distributions, factsWith, torch, xformers } from '../../../support/facts.ts';

function first(own: Partial<Facts>, goal: Goal) {
  const [attempt] = choose(factsWith(own), [], goal).attempts;
  return attempt && { requirements: attempt.requirements, index: attempt.index };
}
function problemOf(own: Partial<Facts>, goal: Goal): string {
  try {
    choose(factsWith(own), [], goal);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
  }
  return 'none';
}
function python(version: string): Facts['interpreter'] {
  return { ...factsWith().interpreter, version };
}
/** What a release takes that asks for no exact torch; its number is the table's business. */
const newestForAnyTorch = `xformers==${xformersReleaseRows.at(-1)?.version ?? ''}`;
const blackwell: Facts['gpus'] = known(
  [{ vendor: 'nvidia', name: 'RTX 5090', computeCapability: '12.0', memoryMiB: 32607 }],
  'driver',
);

describe('choosing an xFormers', () => {
  const cases: [string, Partial<Facts>, string, unknown][] = [
    ['the exact pin of torch 2.6', {}, 'xformers==0.0.29.post3', 'default'],
    [
      'the Windows fix release, never the broken one',
      { platform: 'win32', torch: torch('2.4.0+cu121', '12.1') },
      'xformers==0.0.27.post2',
      'default',
    ],
    [
      'PyTorch’s index where the default one has no Windows wheel',
      { platform: 'win32', torch: torch('2.5.1+cu124', '12.4') },
      'xformers==0.0.29.post1',
      { torchVariant: 'cu124' },
    ],
    [
      'the CUDA 13 build beside a CUDA 13 torch',
      { torch: torch('2.9.1+cu130', '13.0') },
      'xformers==0.0.33.post2',
      { torchVariant: 'cu130' },
    ],
    [
      'the nearest build of the same CUDA major where there is none for the family itself',
      { torch: torch('2.9.1+cu129', '12.9') },
      'xformers==0.0.33.post2',
      { torchVariant: 'cu128' },
    ],
    [
      'the family that version.py tells under a bare number',
      { torch: torch('2.9.1', '12.8') },
      'xformers==0.0.33.post2',
      'default',
    ],
  ];
  it.each(cases)('%s', (_, own, requirement, index) => {
    expect(first(own, 'xformers')).toEqual({ requirements: [requirement], index });
  });

  it('marks a reinstallation where only the build differs', () => {
    const facts = factsWith({
      torch: torch('2.10.0+cu130', '13.0'),
      xformers: xformers(newestForAnyTorch.slice('xformers=='.length), '2.10.0+cu128'),
    });
    expect(choose(facts, [], 'xformers').attempts[0]?.forceReinstall).toBe(true);
  });

  it.each([
    ['a torch that no xFormers was built for', { torch: torch('2.0.0+cu118', '11.8') }],
    ['a Python without wheels', { interpreter: python('3.13.1') }],
    ['macOS', { platform: 'darwin' }],
    ['an ARM machine', { architecture: 'arm64' }],
    [
      'RTX 50 on Windows, where no operator is left',
      { platform: 'win32', torch: torch('2.9.0+cu128', '12.8'), gpus: blackwell },
    ],
  ] satisfies [string, Partial<Facts>][])('offers nothing for %s', (_, own) => {
    expect(problemOf(own, 'xformers')).toBe('no-matching-wheel');
  });

  it('keeps offering RTX 50 on Linux what works there', () => {
    expect(
      first({ torch: torch('2.9.0+cu128', '12.8'), gpus: blackwell }, 'xformers'),
    ).toBeDefined();
  });
});

describe('choosing a Triton', () => {
  it('takes the exact one on Linux and the series on Windows', () => {
    expect(first({}, 'triton')?.requirements).toEqual(['triton==3.2.0']);
    expect(first({ platform: 'win32' }, 'triton')?.requirements).toEqual(['triton-windows==3.2.*']);
    expect(first({ torch: torch('2.12.1+cu130', '13.0') }, 'triton')?.requirements).toEqual([
      'triton==3.7.1',
    ]);
  });

  it('moves an upstream triton out of the way on Windows', () => {
    const facts = factsWith({ platform: 'win32', distributions: distributions('triton') });
    expect(choose(facts, [], 'triton').remove).toEqual(['triton']);
  });

  it('offers nothing beside a torch that brings its own', () => {
    const rocm = known({ version: '2.9.1+rocm6.4', cuda: null, hip: '6.4', xpu: null }, 'file');
    expect(problemOf({ torch: rocm }, 'triton')).toBe('no-matching-wheel');
  });

  it('offers nothing for a card without kernels', () => {
    const pascal = known(
      [{ vendor: 'nvidia' as const, name: 'GTX 1080', computeCapability: '6.1', memoryMiB: 8192 }],
      'driver' as const,
    );
    expect(problemOf({ gpus: pascal }, 'triton')).toBe('no-matching-wheel');
  });
});

describe('choosing a torch with GPU support', () => {
  const cpu = torch('2.6.0+cpu', null);
  it('keeps the version, prefers the family of the installed xFormers, and takes companions along', () => {
    const facts = {
      torch: cpu,
      distributions: [{ name: 'torchvision', version: '0.21.0', location: '', hasRecord: true }],
    };
    expect(first(facts, 'torch-cuda')).toEqual({
      requirements: ['torch==2.6.0+cu124', 'torchvision==0.21.0+cu124'],
      index: { torchVariant: 'cu124' },
    });
  });

  const withPackages = (...specs: string[]): Partial<Facts> => ({
    xformers: absent('file'),
    distributions: packages(...specs),
  });

  it('replaces a companion that does not go with torch by one of the series that does', () => {
    const facts = withPackages('torchvision==0.25.0+cu128', 'torchaudio==2.11.0');
    expect(
      first({ ...facts, torch: torch('2.12.0', null), platform: 'win32' }, 'torch-cuda'),
    ).toEqual({
      requirements: ['torch==2.12.0+cu130', 'torchvision==0.27.*', 'torchaudio==2.11.0+cu130'],
      index: { torchVariant: 'cu130' },
    });
  });

  it('leaves a torch with GPU support alone, whatever the index would rather have', () => {
    const facts = withPackages('torchvision==0.23.0+cu126');
    expect(first({ ...facts, torch: torch('2.9.1+cu126', '12.6') }, 'torch-cuda')).toEqual({
      requirements: ['torch==2.9.1+cu126', 'torchvision==0.24.*'],
      index: { torchVariant: 'cu126' },
    });
    expect(first({ ...facts, torch: torch('2.9.1', '12.8') }, 'torch-cuda')).toEqual({
      requirements: ['torch==2.9.1', 'torchvision==0.24.*'],
      index: { torchVariant: 'cu128' },
    });
  });

  it('brings the build of a companion whose version fits', () => {
    const facts = withPackages('torchvision==0.24.1+cpu');
    const torchHere = torch('2.9.1+cu128', '12.8');
    expect(first({ ...facts, torch: torchHere }, 'torch-cuda')?.requirements).toEqual([
      'torch==2.9.1+cu128',
      'torchvision==0.24.1+cu128',
    ]);
  });

  it('lets pip find the patch release that goes with torch, where the one that is there does not', () => {
    const facts = withPackages('torchvision==0.24.0+cpu');
    const { attempts } = choose(
      factsWith({ ...facts, torch: torch('2.9.1+cpu', null) }),
      [],
      'torch-cuda',
    );
    expect(attempts[1]).toMatchObject({
      requirements: ['torch==2.9.1+cu128', 'torchvision==0.24.*'],
      index: { torchVariant: 'cu128' },
    });
  });

  it('leaves out families that the driver cannot run', () => {
    const old = known({ version: '551.61' }, 'driver' as const);
    const facts = {
      torch: torch('2.12.0+cpu', null),
      xformers: absent('file' as const),
      driver: old,
    };
    expect(first(facts, 'torch-cuda')?.index).toEqual({ torchVariant: 'cu126' });
  });
});

describe('goals', () => {
  it('refuses an environment without torch', () => {
    expect(problemOf({ torch: absent('file') }, 'xformers')).toBe('torch-missing');
  });
});
