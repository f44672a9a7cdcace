/** Enough to keep the disk busy, few enough to hold in memory. */
const usualBatch = 64;

/** Does something with each of many, some at a time; answers in their order. */
export async function inBatches<T, R>(
  all: readonly T[],
  act: (one: T, index: number) => Promise<R>,
  { signal, batch = usualBatch }: { signal?: AbortSignal | undefined; batch?: number } = {},
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length && signal?.aborted !== true; at += batch) {
    const some = all.slice(at, at + batch).map((one, index) => act(one, at + index));
    results.push(...(await Promise.all(some)));
  }
  return results;
}
