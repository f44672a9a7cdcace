/** FAULTS=long tries every point instead of some: `npm run faults`. */
export const isLong = process.env['FAULTS'] === 'long';

/** Milliseconds that one test may take: a busy machine is no failure. */
export const timeLimit = isLong ? 3 * 3_600_000 : 600_000;

/** All of the numbers from 1 to `count`; in the short form only so many, spread evenly. */
export function points(count: number, short: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (isLong || short >= count) return all;
  return Array.from(
    { length: short },
    (_, index) => all[Math.floor(((index + 0.5) * count) / short)] ?? 1,
  );
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * FAULTS_SEED, or a new one each time in the long form; it is printed, so that a failure can be had
 * again. The short form always draws the same: what it looks at is then known, and a change is
 * never blamed for moments that nobody had tried before it.
 */
export function chooseSeed(): number {
  const asked = Number(process.env['FAULTS_SEED'] ?? Number.NaN);
  const drawn = isLong ? Date.now() % 1_000_000_000 : 2026;
  const seed = Number.isInteger(asked) ? asked : drawn;
  process.stdout.write(`FAULTS_SEED=${seed}\n`);
  return seed;
}
