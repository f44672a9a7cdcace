/** The median time of several runs, in milliseconds. */
export async function median(rounds: number, act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timeOf(act));
  return middle(times);
}

/**
 * Two things measured in turns, so that whatever else the machine does hits both: the median
 * time of each, and the median of the ratios of neighbouring runs.
 */
export async function compare(
  rounds: number,
  baseline: () => Promise<unknown>,
  own: () => Promise<unknown>,
): Promise<{ baseline: number; own: number; ratio: number }> {
  const pairs: { baseline: number; own: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in every other round: who comes second finds warmer caches.
    const first = round % 2 === 0 ? await timeOf(baseline) : null;
    const time = await timeOf(own);
    pairs.push({ baseline: first ?? (await timeOf(baseline)), own: time });
  }
  return {
    baseline: middle(pairs.map((pair) => pair.baseline)),
    own: middle(pairs.map((pair) => pair.own)),
    ratio: middle(pairs.map((pair) => pair.own / pair.baseline)),
  };
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
