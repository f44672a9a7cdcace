import type { AppStore } from './app-store.ts';

/**
 * Done as soon as no search runs. One that goes on by itself, as at every start, is no reason to
 * turn away what somebody drops.
 */
export function searchEnded(store: AppStore): Promise<void> {
  if (!isSearching(store)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (isSearching(store)) return;
      stop();
      resolve();
    });
  });
}

function isSearching(store: AppStore): boolean {
  const { starting, loaded } = store.getState();
  const operation = loaded.phase === 'ready' ? loaded.state.session.operation : null;
  return starting?.kind === 'find' || (operation?.kind === 'find' && operation.outcome === null);
}
