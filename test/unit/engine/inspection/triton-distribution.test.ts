import { expect, it } from 'vitest';
import { absent, known } from '../../../../shared/facts.ts';
import { tritonOf } from '../../../../electron/engine/inspection/triton-distribution.ts';
import { comfyui, packages, verdictOn } from '../../../support/findings.ts';

it.each([
  ['triton-windows', 'triton==3.0.0', 'triton-windows==3.5.1'],
  ['triton', 'triton==3.5.1'],
  ['pytorch-triton-rocm', 'pytorch-triton-rocm==3.5.1'],
  ['triton-rocm', 'triton-rocm==3.8.0'],
  ['pytorch-triton-xpu', 'numpy==2.2.6', 'pytorch-triton-xpu==3.5.0'],
  ['triton-xpu', 'triton-xpu==3.8.0'],
])('%s is the Triton of an environment', (name, ...installed) => {
  expect(tritonOf(packages(...installed))).toMatchObject({ value: { distribution: name } });
});

it('no Triton is offered beside a torch for other cards', () => {
  const xpu = known({ version: '2.9.1+xpu', cuda: null, hip: null, xpu: '20250200' }, 'file');
  const own = { torch: xpu, triton: absent('file'), xformers: absent('file'), comfyui: comfyui() };
  expect(verdictOn(own, 'triton_missing_benign')).toBeNull();
});
