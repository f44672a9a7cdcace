import type { TritonReport } from '../../../shared/kernel-report.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Rung } from '../../../shared/verification.ts';
import { crashOf } from '../knowledge/program-ends.ts';
import { only } from './judge-backend.ts';
import { rung } from './rung.ts';

/** Addition of 32-bit numbers: half an ulp is 6e-8. */
const mostError = 1e-5;

/** Whether Triton compiled and ran a kernel, from an empty cache. Pure. */
export function tritonRung({ answers, ending }: TritonReport): Rung {
  const version = only(answers, 'version').at(-1)?.version ?? '';
  if (only(answers, 'absent').length > 0)
    return rung('triton', 'skipped', message('rung.triton.absent'));
  if (only(answers, 'refused').length > 0)
    return rung('triton', 'skipped', message('rung.triton.no-gpu'));
  const failed = only(answers, 'failed')[0];
  if (failed) return fallen(failed.text);
  const told = only(answers, 'case')[0];
  if (told) {
    const right = told.finite && told.relativeError !== null && told.relativeError <= mostError;
    const seconds = (told.compileSeconds ?? 0).toFixed(1);
    return right
      ? rung('triton', 'pass', message('rung.triton.pass', { version, seconds }))
      : rung('triton', 'fail', message('rung.triton.wrong', { version }));
  }
  switch (ending.kind) {
    case 'problem':
      return rung('triton', 'unknown', message('rung.not-run'), [], ending.problem);
    case 'timed-out': {
      const { seconds, stderr } = ending;
      const problem = { code: 'timed-out' as const, params: { seconds }, detail: stderr };
      return rung('triton', 'fail', message('rung.triton.hung', { seconds }), [], problem);
    }
    case 'exit': {
      const end = crashOf(ending);
      if (end === null) return rung('triton', 'unknown', message('rung.not-run'));
      const problem = {
        code: 'kernel-crashed' as const,
        params: { name: 'Triton', end },
        detail: ending.stderr,
      };
      return rung('triton', 'fail', message('rung.triton.crashed', { end }), [], problem);
    }
  }
}

function fallen(text: string): Rung {
  const problem = { code: 'kernel-failed' as const, params: { name: 'Triton' }, detail: text };
  return rung('triton', 'fail', message('rung.triton.fail', { text }), [], problem);
}
