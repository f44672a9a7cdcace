import { fail, ProblemError } from '../../../shared/problem.ts';
import { codeOf } from './read-file.ts';
import type { Command, RunOptions, RunResult } from './system.ts';

/** The part of an execa result that says how the program ended. */
export type Ended = { exitCode?: number | undefined; signal?: string | undefined; cause?: unknown };

/** The result, or a Problem: it could not be started, or its exit code is none of the good ones. */
export function finished(
  command: Command,
  options: RunOptions,
  result: Ended,
  stdout: string,
  stderr: string,
): RunResult {
  const argv = [command.program, ...command.arguments];
  if (result.exitCode === undefined && result.signal === undefined) {
    throw startProblem(command.program, result.cause, argv);
  }
  // Ended by a signal: the shell's convention, so that every end has a number.
  const exitCode = result.exitCode ?? 128;
  const ok = options.okExitCodes ?? [0];
  if (ok !== 'any' && !ok.includes(exitCode)) {
    fail('command-failed', {
      params: { program: command.program, exitCode },
      detail: lastLines(stderr.trim() === '' ? stdout : stderr),
      command: argv,
      exitCode,
    });
  }
  const signal = result.signal === undefined ? {} : { signal: result.signal };
  return { exitCode, ...signal, stdout, stderr };
}

function startProblem(program: string, cause: unknown, command: string[]): ProblemError {
  const code = codeOf(cause);
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (code === 'EACCES' || code === 'EPERM') {
    return new ProblemError({
      code: 'permission-denied',
      params: { path: program },
      detail,
      command,
    });
  }
  return new ProblemError({ code: 'command-missing', params: { program }, detail, command });
}

/** The end of an output, for a Problem's detail. */
export function lastLines(text: string): string {
  return text.trimEnd().split(/\r?\n/).slice(-30).join('\n');
}
