import path from 'node:path';
import { ProblemError } from '../../../shared/problem.ts';

/** How long an answer of the machine is waited for. */
export type Patience = {
  /** Milliseconds; then `timed-out` is thrown. Ten seconds by default. */
  timeLimit?: number;
  /** When it fires nobody waits any more, and `cancelled` is thrown. */
  signal?: AbortSignal;
};

/** A disk that has to wake up takes less; a mount whose other end is gone takes for ever. */
const usualTimeLimit = 10_000;

/** The questions that nobody waits for any more and that are still open, by their place. */
const givenUp = new Set<{ place: string; silent: boolean }>();
/** Listeners by signal: one for each of thousands of questions would be warned about as a leak. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Asks about a place, for no longer than somebody wants to know. The system offers no way to end
 * a question, so one that is given up goes on. After `timed-out` nothing at or below its place is
 * asked before it ends: few questions are asked at once, and each would take the place of one.
 * Throws `timed-out`, `cancelled`, and what `ask` throws.
 */
export function patiently<T>(
  place: string,
  { signal, timeLimit = usualTimeLimit }: Patience,
  ask: () => Promise<T>,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(new ProblemError({ code: 'cancelled' }));
  if (isSilent(place)) return Promise.reject(timedOut(place, timeLimit));
  return new Promise((resolve, reject) => {
    const question = { place, silent: false };
    const stop = (): void => {
      clearTimeout(timer);
      if (signal) waiting.get(signal)?.delete(onAbort);
    };
    const giveUp = (why: ProblemError): void => {
      stop();
      givenUp.add(question);
      reject(why);
    };
    const onAbort = (): void => giveUp(new ProblemError({ code: 'cancelled' }));
    const timer = setTimeout(() => {
      question.silent = true;
      giveUp(timedOut(place, timeLimit));
    }, timeLimit);
    if (signal) listeners(signal).add(onAbort);
    const ended = (): void => {
      stop();
      if (givenUp.size > 0) givenUp.delete(question);
    };
    ask().then(
      (answer) => {
        ended();
        resolve(answer);
      },
      (error: unknown) => {
        ended();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/** Waits for anything else that cannot be ended, until somebody cancels; then throws `cancelled`. */
export function unlessCancelled<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  if (signal.aborted) return Promise.reject(new ProblemError({ code: 'cancelled' }));
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new ProblemError({ code: 'cancelled' }));
    listeners(signal).add(onAbort);
    ask()
      .then(resolve, reject)
      .finally(() => listeners(signal).delete(onAbort));
  });
}

/** How many questions nobody waits for any more are still open: they hold the process up at its end. */
export function openQuestions(): number {
  return givenUp.size;
}

function isSilent(place: string): boolean {
  if (givenUp.size === 0) return false;
  return [...givenUp].some(({ silent, place: above }) => silent && isAtOrBelow(place, above));
}

function isAtOrBelow(place: string, above: string): boolean {
  const folder = above.endsWith(path.sep) ? above : above + path.sep;
  return place === above || place.startsWith(folder);
}

function listeners(signal: AbortSignal): Set<() => void> {
  const known = waiting.get(signal);
  if (known) return known;
  const all = new Set<() => void>();
  waiting.set(signal, all);
  signal.addEventListener('abort', () => all.forEach((each) => each()), { once: true });
  return all;
}

function timedOut(place: string, timeLimit: number): ProblemError {
  const seconds = Math.ceil(timeLimit / 1000);
  return new ProblemError({ code: 'timed-out', params: { seconds }, detail: place });
}
