import { ProblemError } from '../../../shared/problem.ts';

/**
 * Whether this is what the machine may answer instead of what was asked: not there, denied, no
 * folder, too large, not in time. Our own mistake (a TypeError) is none, nor is `cancelled`, which
 * is somebody's will and ends whatever was begun.
 */
export function isUnanswered(thrown: unknown): boolean {
  if (thrown instanceof ProblemError) return !notOfMachine.has(thrown.problem.code);
  return thrown instanceof Error && 'syscall' in thrown; // as node:fs and node:net throw it
}

const notOfMachine: ReadonlySet<string> = new Set(['cancelled', 'unexpected']);

/**
 * For the end of a question: `system.files.list(folder).catch(ifUnanswered(null))`. What stands in
 * where the machine does not answer; a mistake of our own is thrown on, to whoever tells it.
 */
export function ifUnanswered<T>(otherwise: T): (thrown: unknown) => T {
  return (thrown) => {
    if (isUnanswered(thrown)) return otherwise;
    throw thrown;
  };
}
