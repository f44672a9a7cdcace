import type { KernelAnswer, TritonReport } from '../../../shared/kernel-report.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Rung } from '../../../shared/verification.ts';
import { crashOf } from '../knowledge/program-ends.ts';
import { only } from './judge-backend.ts';
import { rung } from './rung.ts';

/** Addition of 32-bit numbers: half an ulp is 6e-8. */
const mostError = 1e-5;
/** A block of 32-bit numbers, whose products a card may round to 19 bits. */
const mostBlockError = 5e-3;

/** torch.compile of an attention block, where a workflow needs it. */
const block = 'compile';

/** Whether Triton compiled and ran a kernel, from an empty cache. Pure. */
export function tritonRung({ answers, ending }: TritonReport): Rung {
  const version = only(answers, 'version').at(-1)?.version ?? '';
  if (only(answers, 'absent').length > 0)
    return rung('triton', 'skipped', message('rung.triton.absent'));
  if (only(answers, 'refused').length > 0)
    return rung('triton', 'skipped', message('rung.triton.no-gpu'));
  const failed = only(answers, 'failed')[0];
  if (failed) return fallen(failed);
  const cases = only(answers, 'case');
  const kernel = cases.find((each) => each.case !== block);
  if (kernel && !isRight(kernel, mostError))
    return rung('triton', 'fail', message('rung.triton.wrong', { version }));
  const compiled = cases.find((each) => each.case === block);
  if (compiled) {
    const params = { version, seconds: secondsOf(compiled) };
    return isRight(compiled, mostBlockError)
      ? rung('triton', 'pass', message('rung.triton.pass-compile', params))
      : rung('triton', 'fail', message('rung.triton.compile-wrong', { version }));
  }
  // Where the block was begun, how the program ended says what became of it.
  if (kernel && !only(answers, 'begin').some((each) => each.case === block)) {
    const params = { version, seconds: secondsOf(kernel) };
    return rung('triton', 'pass', message('rung.triton.pass', params));
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

type Case = Extract<KernelAnswer, { kind: 'case' }>;

function isRight({ finite, relativeError }: Case, most: number): boolean {
  return finite && relativeError !== null && relativeError <= most;
}

function secondsOf({ compileSeconds = 0 }: Case): string {
  return compileSeconds.toFixed(1);
}

function fallen({ text, case: which }: { text: string; case: string | null }): Rung {
  const problem = { code: 'kernel-failed' as const, params: { name: 'Triton' }, detail: text };
  const key = which === block ? 'rung.triton.compile-fail' : 'rung.triton.fail';
  return rung('triton', 'fail', message(key, { text }), [], problem);
}
