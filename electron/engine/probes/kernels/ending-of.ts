import type { Ending } from '../../../../shared/kernel-report.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import type { System } from '../../machine/system.ts';

/**
 * How a program ended, whatever that was: only `cancelled` is thrown. `stderr` is asked for what
 * it said last; `timeLimit` in milliseconds.
 */
export async function endingOf(
  run: () => ReturnType<System['run']>,
  stderr: () => string,
  timeLimit: number,
): Promise<Ending> {
  try {
    const { exitCode, signal } = await run();
    return { kind: 'exit', exitCode, signal: signal ?? null, stderr: stderr() };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code === 'cancelled') throw error;
    if (error.problem.code !== 'timed-out') return { kind: 'problem', problem: error.problem };
    return { kind: 'timed-out', seconds: Math.round(timeLimit / 1000), stderr: stderr() };
  }
}
