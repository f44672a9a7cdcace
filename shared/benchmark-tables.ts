import type { Measurement } from './verification.ts';

export type BenchmarkTable = {
  kind: Measurement['kind'];
  work: string;
  shape: string;
  dtype: string;
  /** The quickest first. */
  rows: (Measurement & {
    /** How many times as long as the quickest: 1 or more. */
    times: number;
    /** Its share of the slowest, 0 to 1: the length of its bar. */
    share: number;
  })[];
};

/** One ranked table for each piece of work and number format, in the order of the measurements. */
export function benchmarkTables(measurements: readonly Measurement[]): BenchmarkTable[] {
  const groups = new Map<string, Measurement[]>();
  for (const each of measurements) {
    const key = `${each.work} ${each.dtype}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const ranked = [...group].sort((a, b) => a.medianMs - b.medianMs);
    const [best] = ranked;
    const slowest = ranked.at(-1);
    if (!best || !slowest) return [];
    const { kind, work, shape, dtype } = best;
    const rows = ranked.map((each) => ({
      ...each,
      times: each.medianMs / best.medianMs,
      share: each.medianMs / slowest.medianMs,
    }));
    return [{ kind, work, shape, dtype, rows }];
  });
}
