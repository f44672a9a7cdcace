import { message } from '../../shared/messages/index.ts';
import type { BackendRun, Rung, Verification } from '../../shared/verification.ts';
import { targetId } from './sample-machine.ts';

const operators = ['fa2F@v2.7.2', 'fa2B@v2.7.2', 'cutlassF-pt', 'cutlassB-pt', 'fa3F@0.0.0'];

function rung(number: number, id: Rung['id'], changes: Partial<Rung>): Rung {
  return {
    rung: number,
    id,
    outcome: 'pass',
    evidence: message('rung.extension.pass'),
    details: [],
    problem: null,
    ...changes,
  };
}

function backend(id: BackendRun['id'], changes: Partial<BackendRun>): BackendRun {
  return {
    id,
    outcome: 'pass',
    evidence: message('backend.ran.gpu', { name: id, percent: '0.03 %' }),
    version: '2.6.0+cu124',
    device: 'cuda',
    dtype: 'fp16',
    shape: '2x8x1024x64',
    relativeError: 0.0003,
    kernel: null,
    problem: null,
    ...changes,
  };
}

export const passedVerification: Verification = {
  targetId,
  rungs: [
    rung(0, 'attribute', { evidence: message('rung.attribute.pass') }),
    rung(1, 'extension', {}),
    rung(2, 'metadata', {
      evidence: message('rung.metadata.pass', { built: '2.6.0+cu124', torch: '2.6.0+cu124' }),
    }),
    rung(3, 'operators', {
      evidence: message('rung.operators.pass', { count: 4, total: 5 }),
      details: operators.map((name, index) => ({ name, ok: index < 4 })),
    }),
    rung(4, 'runs', {
      evidence: message('rung.runs.pass-gpu', { names: 'PyTorch 2.6.0, xFormers 0.0.29.post3' }),
    }),
    rung(5, 'kernel', {
      evidence: message('rung.kernel.borrowed', { name: 'xFormers 0.0.29.post3' }),
    }),
    rung(6, 'triton', {
      evidence: message('rung.triton.pass', { version: '3.2.0', seconds: '1.4' }),
    }),
    rung(7, 'comfyui', { outcome: 'skipped', evidence: message('rung.comfyui.not-asked') }),
  ],
  recommended: {
    backend: 'xformers',
    flag: null,
    speedup: null,
    basis: message('recommend.xformers'),
  },
  backends: [
    backend('sdpa', { kernel: 'cudnn_generated_fort_native_sdpa_sm90_flash_fprop_wgmma_f16' }),
    backend('xformers', {
      version: '0.0.29.post3',
      kernel: 'void pytorch_flash::flash_fwd_kernel',
    }),
  ],
  benchmark: [],
  benchmarkNote: null,
  elapsedMs: 3300,
};

export const failedVerification: Verification = {
  ...passedVerification,
  rungs: [
    rung(0, 'attribute', { evidence: message('rung.attribute.pass') }),
    rung(1, 'extension', {
      outcome: 'fail',
      evidence: message('rung.extension.fail', {
        text: 'undefined symbol: _ZN3c104cuda9SetDeviceEi',
      }),
    }),
    rung(2, 'metadata', {
      outcome: 'fail',
      evidence: message('rung.metadata.fail', { built: '2.3.1+cu121', torch: '2.6.0+cu124' }),
    }),
    rung(3, 'operators', {
      outcome: 'unknown',
      evidence: message('rung.operators.unknown'),
    }),
  ],
  recommended: {
    backend: 'pytorch',
    flag: '--use-pytorch-cross-attention',
    speedup: null,
    basis: message('recommend.pytorch', { version: '2.6.0' }),
  },
};
