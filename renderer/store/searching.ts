import type { Backend } from '../backend/backend.ts';
import type { AppStore, AppStoreState } from './app-store.ts';
import { isGlancing } from './wizard-steps.ts';

/**
 * Done as soon as no search runs. One that goes on by itself, as at every start, is no reason to
 * turn away what somebody drops.
 */
export async function searchEnded(store: AppStore): Promise<void> {
  await until(store, (state) => !isSearching(state));
}

/** Whoever wants something else does not wait until the last file of the list is read. */
export async function endGlancing(store: AppStore, backend: Backend): Promise<void> {
  const { loaded } = store.getState();
  const session = loaded.phase === 'ready' ? loaded.state.session : null;
  if (!session?.operation || !isGlancing(session)) return;
  await backend.call('cancel', { operationId: session.operation.operationId });
  // Its own `starting` may be another search.
  await until(store, (state) => !searches(state) || state.connection === 'lost');
}

function until(store: AppStore, is: (state: AppStoreState) => boolean): Promise<void> {
  if (is(store.getState())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (!is(state)) return;
      stop();
      resolve();
    });
  });
}

function isSearching(state: AppStoreState): boolean {
  return state.starting?.kind === 'find' || searches(state);
}

function searches({ loaded }: AppStoreState): boolean {
  const operation = loaded.phase === 'ready' ? loaded.state.session.operation : null;
  return operation?.kind === 'find' && operation.outcome === null;
}
