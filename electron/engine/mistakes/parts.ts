import { brokenPart, ProblemError, type Problem } from '../../../shared/problem.ts';
import { isUnanswered } from '../machine/unanswered.ts';

/**
 * Hears of a part of an operation that broke by a mistake of our own, with its stack. Where nobody
 * hears of it (null), a mistake ends everything.
 */
export type TellBroken = ((problem: Problem) => void) | null;

/**
 * One part of several, none of which may cost the others: where it breaks by a mistake of our own,
 * that is told, and `otherwise` stands in. What the machine answers passes, and so does `cancelled`.
 */
export async function partOf<T>(
  name: string,
  tell: TellBroken,
  act: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    tellMistake(name, tell, thrown);
    return otherwise;
  }
}

/** The same for a part that answers at once. */
export function partNow<T>(name: string, tell: TellBroken, act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (thrown) {
    tellMistake(name, tell, thrown);
    return otherwise;
  }
}

/** Whether only a mistake in our own code throws this. */
export function isMistake(thrown: unknown): boolean {
  return thrown instanceof ProblemError
    ? thrown.problem.code === 'unexpected'
    : !isUnanswered(thrown);
}

function tellMistake(name: string, tell: TellBroken, thrown: unknown): void {
  if (tell === null || !isMistake(thrown)) throw thrown;
  tell(brokenPart(name, thrown));
}
