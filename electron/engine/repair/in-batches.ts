/** Enough to keep the disk busy, few enough to hold in memory. */
const batch = 64;

/** Does something with each of many, some at a time; answers in their order. */
export async function inBatches<T, R>(
  all: readonly T[],
  act: (one: T) => Promise<R>,
  signal?: AbortSignal,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length && signal?.aborted !== true; at += batch)
    results.push(...(await Promise.all(all.slice(at, at + batch).map(act))));
  return results;
}
