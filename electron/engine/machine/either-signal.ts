/** Aborts with whichever aborts first. AbortSignal.any is younger than the oldest Electron that the bundles run in. */
export function eitherSignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  const either = new AbortController();
  const end = (): void => either.abort();
  for (const signal of signals) {
    if (signal?.aborted === true) end();
    signal?.addEventListener('abort', end, { once: true });
  }
  return either.signal;
}
