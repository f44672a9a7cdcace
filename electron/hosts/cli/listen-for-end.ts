export type Ending = { signal: AbortSignal; stop: () => void };

/**
 * Turns Ctrl-C and the system's request to end into one AbortSignal. Programs that we start run
 * in groups of their own and never see Ctrl-C; without this they would go on alone.
 */
export function listenForEnd(onFirst: () => void): Ending {
  const controller = new AbortController();
  const end = () => {
    // Pressing Ctrl-C again must not interrupt the undoing.
    if (controller.signal.aborted) return;
    controller.abort();
    onFirst();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  if (process.platform === 'win32') process.on('SIGBREAK', end);
  return {
    signal: controller.signal,
    stop: () => {
      for (const signal of signals) process.off(signal, end);
      process.off('SIGBREAK', end);
    },
  };
}
