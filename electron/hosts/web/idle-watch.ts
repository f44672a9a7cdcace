export type IdleWatch = {
  /** Somebody is there or something happened: the time starts anew. */
  touch(): void;
  stop(): void;
};

/** Calls `onIdle` once nothing has touched it for `limit` milliseconds and `isBusy` says no. */
export function watchIdle(limit: number, isBusy: () => boolean, onIdle: () => void): IdleWatch {
  let timer: NodeJS.Timeout | undefined;
  function touch(): void {
    clearTimeout(timer);
    timer = setTimeout(() => (isBusy() ? touch() : onIdle()), limit);
  }
  touch();
  return { touch, stop: () => clearTimeout(timer) };
}
