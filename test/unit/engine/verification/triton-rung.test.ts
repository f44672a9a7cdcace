import { describe, expect, it } from 'vitest';
import { tritonRung } from '../../../../electron/engine/verification/triton-rung.ts';
import type { Ending, KernelAnswer } from '../../../../shared/kernel-report.ts';
import type { Rung } from '../../../../shared/verification.ts';

const told = ({ outcome, evidence }: Rung): string => `${outcome} ${evidence.key}`;

describe('Triton', () => {
  const well: Ending = { kind: 'exit', exitCode: 0, signal: null, stderr: '' };
  const result = (relativeError: number): KernelAnswer => ({
    ...{ kind: 'case', case: 'triton', finite: true, relativeError, largestError: 0 },
    compileSeconds: 1.42,
  });
  const begun: KernelAnswer = { kind: 'begin', case: 'compile' };
  const blockOf = (relativeError: number): KernelAnswer => ({
    ...{ kind: 'case', case: 'compile', finite: true, relativeError, largestError: 0 },
  });
  const no = (kind: 'refused' | 'failed') => ({
    kind,
    case: null as string | null,
    text: 'no cc',
    notes: [],
  });
  it.each<[string, KernelAnswer[], Ending, string]>([
    ['compiled', [result(1e-8)], well, 'pass rung.triton.pass'],
    ['is wrong', [result(0.1)], well, 'fail rung.triton.wrong'],
    [
      'compiled a block',
      [result(1e-8), begun, blockOf(1e-4)],
      well,
      'pass rung.triton.pass-compile',
    ],
    [
      'compiled it wrong',
      [result(1e-8), begun, blockOf(0.1)],
      well,
      'fail rung.triton.compile-wrong',
    ],
    ['is wrong before any block', [result(0.1), begun, blockOf(0)], well, 'fail rung.triton.wrong'],
    [
      'could not compile it',
      [result(1e-8), begun, { ...no('failed'), case: 'compile' }],
      well,
      'fail rung.triton.compile-fail',
    ],
    [
      'crashed with the block',
      [result(1e-8), begun],
      { ...well, exitCode: 128, signal: 'SIGSEGV' },
      'fail rung.triton.crashed',
    ],
    ['is not there', [{ kind: 'absent', module: 'triton' }], well, 'skipped rung.triton.absent'],
    ['has no card', [no('refused')], well, 'skipped rung.triton.no-gpu'],
    ['failed', [no('failed')], well, 'fail rung.triton.fail'],
    ['crashed', [], { ...well, exitCode: 128, signal: 'SIGSEGV' }, 'fail rung.triton.crashed'],
    ['hangs', [], { kind: 'timed-out', seconds: 120, stderr: '' }, 'fail rung.triton.hung'],
    ['said nothing', [], well, 'unknown rung.not-run'],
    [
      'has no Python',
      [],
      { kind: 'problem', problem: { code: 'command-missing' } },
      'unknown rung.not-run',
    ],
  ])('%s', (_, answers, ending, expected) => {
    expect(told(tritonRung({ answers, ending }))).toBe(expected);
  });
});
