import { describe, expect, it } from 'vitest';
import { judgeBackend, notTried } from '../../../../electron/engine/verification/judge-backend.ts';
import type { Ending, KernelAnswer, KernelReport } from '../../../../shared/kernel-report.ts';
import { message } from '../../../../shared/messages/index.ts';

const well: Ending = { kind: 'exit', exitCode: 0, signal: null, stderr: '' };
const crashed = (exitCode: number, signal: string | null = null, stderr = ''): Ending => ({
  ...{ kind: 'exit', exitCode, signal, stderr },
});
const begin = (id: string): KernelAnswer => ({ kind: 'begin', case: id });
const right = (id: string, relativeError: number | null = 0.0003): KernelAnswer => ({
  ...{ kind: 'case', case: id, finite: relativeError !== null },
  ...{ relativeError, largestError: relativeError },
});
const no = (kind: 'refused' | 'failed' | 'memory' | 'broken', id: string | null): KernelAnswer => ({
  ...{ kind, case: id, text: `it said ${kind}`, notes: ['a note'] },
});
const cuda: KernelAnswer = { kind: 'device', device: 'cuda', name: 'NVIDIA H200' };
const kernel = (kernels: string[], operators: string[] = []): KernelAnswer => ({
  ...{ kind: 'kernel', case: 'gpu-fp16', kernels, operators },
});

function judged(
  answers: readonly KernelAnswer[],
  ending: Ending = well,
  backend: KernelReport['backend'] = 'xformers',
) {
  return judgeBackend({ backend, answers: [cuda, ...answers], ending });
}
const told = (...given: Parameters<typeof judged>) => {
  const { outcome, evidence } = judged(...given);
  return `${outcome} ${evidence.key}`;
};

describe('an attention that was tried', () => {
  it.each<[string, readonly KernelAnswer[], Ending, string]>([
    ['computed', [begin('gpu-fp16'), right('gpu-fp16')], well, 'pass backend.ran.gpu'],
    ['is off by too much', [right('gpu-fp16', 0.01)], well, 'fail backend.wrong'],
    ['gave no number', [right('gpu-fp16', null)], well, 'fail backend.wrong'],
    [
      'is right, then wrong',
      [right('gpu-fp16'), right('gpu-bf16', 0.1)],
      well,
      'fail backend.wrong',
    ],
    [
      'is not there',
      [{ kind: 'absent', module: 'xformers' }],
      well,
      'skipped backend.not-installed',
    ],
    ['cannot be imported', [no('failed', null)], well, 'fail backend.failed'],
    ['refuses what it is there for', [no('refused', 'gpu-fp16')], well, 'fail backend.failed'],
    [
      'has no bfloat16 here',
      [right('gpu-fp16'), no('refused', 'gpu-bf16')],
      well,
      'pass backend.ran.gpu',
    ],
    ['says that it is not for here', [no('refused', null)], well, 'skipped backend.refused'],
    ['has too little memory', [no('memory', 'gpu-fp16')], well, 'skipped backend.memory'],
    [
      'could not be compared',
      [begin('gpu-fp16'), no('broken', 'gpu-fp16')],
      well,
      'unknown backend.broken',
    ],
    ['told nothing', [], well, 'unknown backend.untold'],
    ['crashed at once', [], crashed(128, 'SIGSEGV'), 'fail backend.crashed'],
    [
      'crashed on an input',
      [begin('gpu-fp16')],
      crashed(128, 'SIGSEGV'),
      'fail backend.crashed-at',
    ],
    [
      'crashed on the second input',
      [begin('gpu-fp16'), right('gpu-fp16'), begin('gpu-bf16')],
      crashed(3221225477),
      'fail backend.crashed-at',
    ],
    [
      'crashed when all was told',
      [begin('gpu-fp16'), right('gpu-fp16')],
      crashed(128, 'SIGSEGV'),
      'pass backend.ran.gpu',
    ],
    [
      'hangs',
      [begin('gpu-fp16')],
      { kind: 'timed-out', seconds: 60, stderr: '' },
      'fail backend.hung',
    ],
    [
      'has no Python',
      [],
      { kind: 'problem', problem: { code: 'command-missing' } },
      'unknown backend.not-started',
    ],
  ])('%s', (_, answers, ending, expected) => {
    expect(told(answers, ending)).toBe(expected);
  });

  it('of 8 bits is judged by what 8 bits allow', () => {
    const answers = [right('gpu-fp16', 0.016)];
    expect(told(answers, well, 'comfy-kitchen')).toBe('pass backend.ran.gpu');
    expect(told(answers, well, 'sageattention')).toBe('pass backend.ran.gpu');
    expect(told([right('gpu-fp16', 0.06)], well, 'sageattention')).toBe('fail backend.wrong');
    expect(told(answers, well, 'flash-attn')).toBe('fail backend.wrong');
  });

  it('inside PyTorch may refuse', () => {
    expect(told([no('refused', 'gpu-fp16')], well, 'sdpa-flash')).toBe('skipped backend.refused');
  });

  it('keeps the crash that came after its numbers', () => {
    const { problem } = judged([begin('gpu-fp16'), right('gpu-fp16')], crashed(128, 'SIGABRT'));
    expect(problem).toMatchObject({ code: 'kernel-crashed', params: { end: 'SIGABRT' } });
  });

  it.each<[number, string | null, string]>([
    [128, 'SIGSEGV', 'SIGSEGV'],
    [3221225477, null, '0xC0000005 STATUS_ACCESS_VIOLATION'],
    [-1073741819, null, '0xC0000005 STATUS_ACCESS_VIOLATION'],
    [3221226505, null, '0xC0000409 STATUS_STACK_BUFFER_OVERRUN'],
    [3221225500, null, '0xC000001C'],
    [3, null, 'exit code 3'],
  ])('names the end %d %s', (exitCode, signal, end) => {
    const { evidence } = judged([begin('gpu-fp16')], crashed(exitCode, signal));
    expect(evidence.params).toMatchObject({ end, shape: '2x8x1024x64 fp16' });
  });

  it('says where Python was', () => {
    const stderr = [
      'a line before, File "other.py", line 1 in nothing',
      'Fatal Python error: Segmentation fault',
      '',
      'Current thread 0x00007f1 (most recent call first):',
      '  File "/env/site-packages/flash_attn/flash_attn_interface.py", line 91 in _flash_attn_forward',
      '  File "<stdin>", line 70 in call',
    ].join('\n');
    const { evidence } = judged([begin('gpu-fp16')], crashed(128, 'SIGSEGV', stderr));
    expect(evidence.params?.['end']).toBe(
      'SIGSEGV (flash_attn_interface.py:91 _flash_attn_forward)',
    );
  });

  it('is named by the kernel that has to do with attention, else the longest', () => {
    const attention = 'fmha_cutlassF_f16_aligned_64x64_rf_sm80(PyTorchMemEffAttention)';
    const copies = 'void at::native::elementwise_kernel<128>';
    expect(judged([right('gpu-fp16'), kernel([copies, attention])]).kernel).toBe(attention);
    expect(judged([right('gpu-fp16'), kernel([copies, 'gemm'])]).kernel).toBe(copies);
    const operators = [
      'aten::scaled_dot_product_attention',
      'aten::_scaled_dot_product_attention_math',
    ];
    expect(judged([right('gpu-fp16'), kernel([], operators)]).kernel).toBe(operators[1]);
    expect(judged([right('gpu-fp16')]).kernel).toBeNull();
  });
});

it('an attention that was not tried says why', () => {
  const why = message('backend.needs-gpu', { name: 'xFormers' });
  expect(notTried({ backend: 'xformers', why })).toMatchObject({
    ...{ id: 'xformers', outcome: 'skipped', evidence: why, device: null, kernel: null },
  });
});
