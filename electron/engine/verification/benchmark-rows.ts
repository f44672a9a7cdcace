import type { KernelReport } from '../../../shared/kernel-report.ts';
import { kernelBackendNames } from '../../../shared/kernel-backends.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Measurement } from '../../../shared/verification.ts';
import { largestError } from '../knowledge/attention-errors.ts';
import { shapeOf, timedCases, workOf } from '../knowledge/attention-works.ts';
import { crashOf } from '../knowledge/program-ends.ts';
import { only } from './judge-backend.ts';
import { kernelOf } from './kernel-of.ts';

/** What one process timed; where the numbers were wrong, the time means nothing. Pure. */
export function measurementsOf({ backend, answers }: KernelReport): Measurement[] {
  return only(answers, 'case').flatMap((told) => {
    const input = timedCases.find((each) => each.id === told.case);
    const work = workOf(told.case);
    const { medianMs, lowMs = medianMs, highMs = medianMs, peakMiB = 0, relativeError } = told;
    if (!input || !work || medianMs === undefined) return [];
    if (!told.finite || relativeError === null) return [];
    if (relativeError > largestError(backend, input.dtype)) return [];
    return [
      {
        ...{ backend, work: work.id, kind: work.kind, shape: shapeOf(input), dtype: input.dtype },
        ...{ medianMs, lowMs: lowMs ?? medianMs, highMs: highMs ?? medianMs },
        ...{ peakMiB, relativeError, kernel: kernelOf(answers, told.case) },
      },
    ];
  });
}

/** What stopped a measurement, or was wrong with it; null: nothing. Pure. */
export function troubleOf({ backend, answers, ending }: KernelReport): MessageRef | null {
  const name = kernelBackendNames[backend];
  const wrong = only(answers, 'case').some((told) => {
    const dtype = timedCases.find((each) => each.id === told.case)?.dtype;
    if (dtype === undefined) return false;
    return !told.finite || (told.relativeError ?? 1) > largestError(backend, dtype);
  });
  if (wrong) return message('benchmark.wrong', { name });
  const failed = only(answers, 'failed')[0];
  if (failed) return message('benchmark.failed', { name, text: firstLine(failed.text) });
  const end = ending.kind === 'exit' ? crashOf(ending) : null;
  if (end !== null) return message('benchmark.crashed', { name, end });
  const late = only(answers, 'late').length > 0 || ending.kind === 'timed-out';
  return late ? message('benchmark.late') : null;
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}
