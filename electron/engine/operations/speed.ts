/** Milliseconds that a speed is measured over: long enough that it is steady, short enough to follow. */
const longest = 20_000;
/** Before this nobody can say how fast it is. */
const shortest = 2_000;

export type Speed = {
  /** How much there is now, of whatever is counted. What was there at the first call counts as no work. */
  add: (done: number) => void;
  /** For each second; null where it is not known yet. */
  perSecond: () => number | null;
  /** Seconds, rounded up; null where nobody knows, also while nothing moves. */
  secondsLeft: (total: number | null) => number | null;
};

/** How fast something goes, over the last seconds. `now`: milliseconds that never go back. */
export function createSpeed(now: () => number): Speed {
  let seen: { at: number; done: number }[] = [];
  function perSecond(): number | null {
    const first = seen[0];
    const last = seen.at(-1);
    // A pause counts too: what stands still becomes slower while one looks at it.
    const taken = first === undefined ? 0 : now() - first.at;
    if (!first || !last || taken < shortest) return null;
    return ((last.done - first.done) / taken) * 1000;
  }
  return {
    add(done) {
      const at = now();
      // A file that begins anew goes back: what was before says nothing any more.
      if (done < (seen.at(-1)?.done ?? 0)) seen = [];
      seen.push({ at, done });
      // One older than the window stays, so that the window is always full.
      while ((seen[1]?.at ?? at) < at - longest) seen.shift();
    },
    perSecond,
    secondsLeft(total) {
      const speed = perSecond();
      const done = seen.at(-1)?.done;
      if (total === null || done === undefined || speed === null || speed <= 0) return null;
      return Math.ceil(Math.max(0, total - done) / speed);
    },
  };
}
