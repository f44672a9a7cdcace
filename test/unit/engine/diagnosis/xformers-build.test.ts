import { expect, it } from 'vitest';
import { known, type Facts, type XformersBuild } from '../../../../shared/facts.ts';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { comfyui, verdictOn } from '../../../support/findings.ts';

const built = (own: Partial<XformersBuild>): Facts['xformers'] =>
  known(
    {
      version: '0.0.29.post3',
      builtForTorch: '2.6.0+cu124',
      builtForPython: '3.11.9',
      nvcc: 1204,
      hip: null,
      hasExtensionFile: true,
      extensionExpected: true,
      extensionSource: null,
      ...own,
    },
    'file',
  );

it('an xFormers that was compiled without CUDA is of no use beside a torch with it', () => {
  const own = { xformers: built({ nvcc: null, withoutGpu: true }), comfyui: comfyui() };
  expect(verdictOn(own, 'xformers_incomplete_build')).toBe('error, high');
  expect(judge(factsWith(own)).findings[0]?.cost?.key).toContain('cost-no-cuda');
});

it('one whose metadata does not say so may well have it', () => {
  const own = { xformers: built({ nvcc: null }) };
  expect(verdictOn(own, 'xformers_incomplete_build')).toBeNull();
});

it.each([
  ['on Linux', 'linux', 'error, medium'],
  ['on Windows', 'win32', 'error, high'],
] as const)(
  'one that was compiled for another Python does not fit, %s',
  (_, platform, expected) => {
    const own = { platform, xformers: built({ builtForPython: '3.10.11' }) };
    expect(verdictOn(own, 'xformers_torch_mismatch')).toBe(expected);
    expect(verdictOn(own, 'xformers_incomplete_build')).toBeNull();
  },
);

it('from 0.0.31 on one wheel serves every Python, whichever built it', () => {
  const xformers = built({
    version: '0.0.32.post2',
    builtForTorch: '2.8.0+cu128',
    builtForPython: '3.9.23',
  });
  const own = { xformers, torch: torch('2.8.0+cu128', '12.8') };
  expect(verdictOn(own, 'xformers_torch_mismatch')).toBeNull();
});
