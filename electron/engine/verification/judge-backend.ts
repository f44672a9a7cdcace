import { kernelBackendNames, type KernelBackend } from '../../../shared/kernel-backends.ts';
import type { Ending, KernelAnswer, KernelReport } from '../../../shared/kernel-report.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { BackendRun } from '../../../shared/verification.ts';
import { largestError } from '../knowledge/attention-errors.ts';
import { proofCases, shapeOf } from '../knowledge/attention-works.ts';
import { crashOf } from '../knowledge/program-ends.ts';
import { kernelOf } from './kernel-of.ts';

/** Why a backend was not even started. */
export type NotTried = { backend: KernelBackend; why: MessageRef };

type Answer<K extends KernelAnswer['kind']> = Extract<KernelAnswer, { kind: K }>;
type Judgement = Pick<BackendRun, 'outcome' | 'evidence'> & { problem?: Problem | null };

export function notTried({ backend, why }: NotTried): BackendRun {
  const nothing = { version: null, device: null, dtype: null, shape: null };
  return {
    id: backend,
    outcome: 'skipped',
    evidence: why,
    ...nothing,
    relativeError: null,
    kernel: null,
    problem: null,
  };
}

/**
 * What one process showed. Numbers that were told before a crash count; an input that was begun
 * and not told of is what it crashed on. A kernel inside PyTorch that says no is no fault; a
 * package that does is one, since this input is what it is there for. Pure.
 */
export function judgeBackend(report: KernelReport): BackendRun {
  const { backend, answers } = report;
  const cases = proofsOf(answers);
  const shown = cases.find((each) => !isRight(backend, each)) ?? cases[0];
  const input = proofCases.find((each) => each.id === shown?.case);
  const { problem = null, ...judged } = judge(report, cases);
  return {
    id: backend,
    ...judged,
    version: only(answers, 'version').at(-1)?.version ?? null,
    device: only(answers, 'device')[0]?.device ?? null,
    dtype: input?.dtype ?? null,
    shape: input ? shapeOf(input) : null,
    relativeError: shown?.relativeError ?? null,
    kernel: kernelOf(answers, shown?.case),
    problem,
  };
}

function judge(report: KernelReport, cases: readonly Answer<'case'>[]): Judgement {
  const { backend, answers, ending } = report;
  const name = kernelBackendNames[backend];
  const absent = only(answers, 'absent')[0];
  if (absent) return skipped(message('backend.not-installed', { name }));
  const wrong = cases.find((each) => !isRight(backend, each));
  if (wrong) {
    const percent =
      wrong.relativeError === null ? 'NaN' : `${rounded(wrong.relativeError * 100)} %`;
    return { outcome: 'fail', evidence: message('backend.wrong', { name, percent }) };
  }
  const failed = only(answers, 'failed')[0];
  if (failed) return failure(name, failed.text);
  const broken = only(answers, 'broken')[0];
  if (broken && cases.length === 0)
    return { outcome: 'unknown', evidence: message('backend.broken', { name, text: broken.text }) };
  const memory = only(answers, 'memory').find((each) => isProof(each.case));
  if (memory) return skipped(message('backend.memory', { name }));
  const refused = only(answers, 'refused').find((each) => each.case === null || cases.length === 0);
  if (refused) return refusal(backend, refused);
  const ended = wayOut(name, ending, answers);
  const known = cases.length > 0 && begunAndUntold(answers) === null;
  if (ended && !known) return ended;
  if (cases.length === 0)
    return { outcome: 'unknown', evidence: message('backend.untold', { name }) };
  const error = Math.max(...cases.map((each) => each.relativeError ?? 0));
  const device = only(answers, 'device')[0]?.device === 'cpu' ? 'cpu' : 'gpu';
  const percent = `${rounded(error * 100)} %`;
  return {
    outcome: 'pass',
    evidence: message(`backend.ran.${device}`, { name, percent }),
    problem: ended?.problem ?? null,
  };
}

/** Two digits that count. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function isRight(backend: KernelBackend, told: Answer<'case'>): boolean {
  const input = proofCases.find((each) => each.id === told.case);
  const most = largestError(backend, input?.dtype ?? 'fp32');
  return told.finite && told.relativeError !== null && told.relativeError <= most;
}

function refusal(backend: KernelBackend, refused: Answer<'refused'>): Judgement {
  const name = kernelBackendNames[backend];
  const text = [refused.text, ...refused.notes].join('\n');
  // It says of itself that it is not made for this machine, or PyTorch has no such kernel.
  if (refused.case === null || backend.startsWith('sdpa-'))
    return skipped(message('backend.refused', { name, text }));
  return failure(name, text);
}

function failure(name: string, text: string): Judgement {
  const evidence = message('backend.failed', { name, text });
  return {
    outcome: 'fail',
    evidence,
    problem: { code: 'kernel-failed', params: { name }, detail: text },
  };
}

function skipped(evidence: MessageRef): Judgement {
  return { outcome: 'skipped', evidence };
}

/** An end that is none of the program's own; null: it ended well. */
function wayOut(name: string, ending: Ending, answers: readonly KernelAnswer[]): Judgement | null {
  switch (ending.kind) {
    case 'problem':
      return {
        outcome: 'unknown',
        evidence: message('backend.not-started', { name }),
        problem: ending.problem,
      };
    case 'timed-out': {
      const { seconds } = ending;
      return {
        outcome: 'fail',
        evidence: message('backend.hung', { name, seconds }),
        problem: { code: 'timed-out', params: { seconds }, detail: ending.stderr },
      };
    }
    case 'exit': {
      const end = crashOf(ending);
      if (end === null) return null;
      const at = begunAndUntold(answers);
      const input = proofCases.find((each) => each.id === at);
      const evidence = input
        ? message('backend.crashed-at', { name, end, shape: `${shapeOf(input)} ${input.dtype}` })
        : message('backend.crashed', { name, end });
      const problem = {
        code: 'kernel-crashed' as const,
        params: { name, end },
        detail: ending.stderr,
      };
      return { outcome: 'fail', evidence, problem };
    }
  }
}

/** The input that was computed when the process ended; null: none was open. */
function begunAndUntold(answers: readonly KernelAnswer[]): string | null {
  const begun = only(answers, 'begin').at(-1)?.case;
  if (begun === undefined) return only(answers, 'case').length > 0 ? null : 'start';
  const told = answers.some(
    (each) => each.kind !== 'begin' && 'case' in each && each.case === begun,
  );
  return told ? null : begun;
}

function proofsOf(answers: readonly KernelAnswer[]): Answer<'case'>[] {
  return only(answers, 'case').filter((each) => isProof(each.case));
}

function isProof(id: string | null): boolean {
  return proofCases.some((each) => each.id === id);
}

export function only<K extends KernelAnswer['kind']>(
  answers: readonly KernelAnswer[],
  kind: K,
): Answer<K>[] {
  return answers.filter((each): each is Answer<K> => each.kind === kind);
}
