import { describe, expect, it } from 'vitest';
import { torchOfVersion } from '../../../../electron/engine/knowledge/torch-of-version.ts';

describe('what a torch was built for, by its version', () => {
  it.each([
    ['2.6.0+cu126', { cuda: '12.6', hip: null, xpu: null }],
    ['2.0.1+cu118', { cuda: '11.8', hip: null, xpu: null }],
    ['2.10.0+cu130', { cuda: '13.0', hip: null, xpu: null }],
    ['1.4.0+cu92', { cuda: '9.2', hip: null, xpu: null }],
    ['2.9.0.dev20250901+cu128', { cuda: '12.8', hip: null, xpu: null }],
    ['2.4.0+cuda12.4', { cuda: '12.4', hip: null, xpu: null }],
    ['2.7.1+rocm6.3', { cuda: null, hip: '6.3', xpu: null }],
    ['2.10.0+rocm7.1.0', { cuda: null, hip: '7.1.0', xpu: null }],
    ['2.9.0+rocm', { cuda: null, hip: 'rocm', xpu: null }],
    ['2.8.0+xpu', { cuda: null, hip: null, xpu: 'xpu' }],
    ['2.6.0+cpu', { cuda: null, hip: null, xpu: null }],
    ['2.4.0+cpu.cxx11.abi', { cuda: null, hip: null, xpu: null }],
  ])('%s', (version, built) => {
    expect(torchOfVersion(version)).toEqual({ version, ...built });
  });

  it('is unknown where the version does not say', () => {
    for (const version of ['2.3.1', '2.6.0a0+gitc15b011', '2.1.0a0+32f93b1', '2.1.0+cu', '']) {
      expect(torchOfVersion(version), version).toBeNull();
    }
  });
});
