import { describe, expect, it } from 'vitest';
import {
  collectEnvText,
  xformersInfoText,
} from '../../../../electron/engine/bundle/known-forms.ts';
import { absent, known, unknown } from '../../../../shared/facts.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';

const { facts } = sampleDiagnosis();

describe('the forms that maintainers ask for', () => {
  it('say of xFormers what its files say where Python could not be asked', () => {
    const build = {
      version: '0.0.33',
      builtForTorch: '2.9.0+cu128',
      builtForPython: '3.12.1',
      nvcc: 1208,
      hip: null,
      hasExtensionFile: true,
      extensionExpected: true,
      extensionSource: null,
    };
    const text = xformersInfoText({
      ...facts,
      torch: known({ version: '2.9.1+cu128', cuda: '12.8', hip: null, xpu: null }, 'file'),
      xformers: known(build, 'file'),
      live: unknown(),
    });
    expect(text).toBe(
      'xFormers 0.0.33\npytorch.version: 2.9.1+cu128\nbuild.torch_version: 2.9.0+cu128\nbuild.python_version: 3.12.1\nbuild.nvcc_version: 1208\n',
    );
  });

  it('say nothing of an xFormers that is not there', () => {
    expect(xformersInfoText({ ...facts, xformers: absent('file'), live: unknown() })).toBe('');
  });

  it('name the packages of torch and what it was built with, and guess nothing', () => {
    const text = collectEnvText({
      ...facts,
      torch: known({ version: '2.9.1+cpu', cuda: null, hip: null, xpu: null }, 'file'),
      live: unknown(),
      driver: unknown(),
      distributions: ['torch', 'nvidia-cublas-cu12', 'pillow', 'torchaudio'].map((name) => ({
        name,
        version: '12.8.4.1',
        location: '',
        hasRecord: true,
      })),
    });
    expect(text).toContain('PyTorch version: 2.9.1+cpu\nCUDA used to build PyTorch: None\n');
    expect(text).toContain('[pip3]: nvidia-cublas-cu12==12.8.4.1\n');
    expect(text).not.toMatch(/pillow|Is CUDA available|driver/);
  });
});
