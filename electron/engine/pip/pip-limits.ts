import type { Environment } from '../../../shared/install.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { RunOptions, System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';

type Limits = Pick<RunOptions, 'timeLimit' | 'silenceLimit'>;

/** How long a call of pip may take, by what it is told to do. */
export function limitsOfPip(system: System, words: readonly string[]): Limits {
  switch (words[0]) {
    case 'config':
      return { timeLimit: limitOf(system, 'pipSettings') };
    case 'index':
      return { silenceLimit: limitOf(system, 'indexSilence') };
    case 'download':
      return { silenceLimit: limitOf(system, 'downloadSilence') };
    case 'wheel':
      return { timeLimit: limitOf(system, 'build') };
    default:
      return words.includes('--dry-run')
        ? { silenceLimit: limitOf(system, 'indexSilence') }
        : { timeLimit: limitOf(system, 'install') };
  }
}

/**
 * Which part it was that did not answer: what a call that was ended for its silence becomes. One
 * that never said a word never came as far as pip.
 */
export function sayWhoIsSilent(
  error: unknown,
  environment: Pick<Environment, 'executable'>,
  words: readonly string[],
  index: string,
): unknown {
  if (!(error instanceof ProblemError) || error.problem.code !== 'timed-out') return error;
  const { params = {}, detail = '' } = error.problem;
  const seconds = params['seconds'] ?? 0;
  const { executable } = environment;
  const usesIndex = words[0] === 'download' || words[0] === 'index' || words.includes('--dry-run');
  if (words[0] === 'config' || detail.trim() === '')
    return new ProblemError({
      ...error.problem,
      code: 'python-silent',
      params: { executable, seconds },
    });
  return new ProblemError(
    usesIndex
      ? { ...error.problem, code: 'download-stalled', params: { index, seconds } }
      : {
          ...error.problem,
          code: 'install-endless',
          params: { minutes: Math.ceil(Number(seconds) / 60) },
        },
  );
}
