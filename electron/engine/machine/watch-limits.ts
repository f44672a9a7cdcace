import type { RunOptions } from './system.ts';

/** Which limit of a run was struck, as `timed-out` names it in its parameters. */
export type Struck = { limit: 'total' | 'first-word' | 'silence'; seconds: number };

/**
 * Milliseconds. A machine that sleeps wakes up with every timer run out: in slices, its sleep counts as
 * one of them and not as the silence of a program that slept as well.
 */
const longestSlice = 5_000;

/**
 * Watches a program that runs: the whole time, the time until its first word, and the time since
 * its last one. `strike` is called once at most.
 */
export function watchLimits(
  { timeLimit, firstWordLimit, silenceLimit }: RunOptions,
  strike: (struck: Struck) => void,
): { heard: () => void; stop: () => void } {
  const timers = new Map<Struck['limit'], NodeJS.Timeout>();
  const stop = (): void => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  };
  const watch = (limit: Struck['limit'], milliseconds: number | undefined): void => {
    clearTimeout(timers.get(limit));
    timers.delete(limit);
    if (milliseconds === undefined) return;
    const act = (): void => {
      stop();
      strike({ limit, seconds: Math.ceil(milliseconds / 1000) });
    };
    let left = milliseconds;
    const wait = (): void => {
      const slice = Math.min(left, longestSlice);
      left -= slice;
      timers.set(limit, setTimeout(left > 0 ? wait : act, slice));
    };
    wait();
  };
  watch('total', timeLimit);
  watch('first-word', firstWordLimit);
  watch('silence', silenceLimit);
  return {
    heard: () => {
      // After a strike nothing starts to run again.
      if (timers.size === 0) return;
      watch('first-word', undefined);
      if (timers.has('silence')) watch('silence', silenceLimit);
    },
    stop,
  };
}
