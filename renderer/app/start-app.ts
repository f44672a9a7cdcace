import type { AppState } from '../../shared/contract.ts';
import type { Backend } from '../backend/backend.ts';
import { createActions } from '../store/actions.ts';
import { createAppStore } from '../store/app-store.ts';
import { connectStore } from '../store/event-feed.ts';
import { followHost } from '../store/host-commands.ts';
import { keepSavedStates } from '../store/saved-states.ts';
import { searchEnded } from '../store/searching.ts';
import type { AppHandle } from '../store/store-context.ts';
import { openPage } from './open-page.ts';
import { pageOfAddress } from './use-address.ts';
import { saveFromHost } from './save-from-host.ts';

/** Joins store and engine. The first look for installs starts by itself. */
export function startApp(backend: Backend): AppHandle & { started: Promise<void> } {
  const store = createAppStore();
  const feed = connectStore(store, backend);
  const loadSaved = keepSavedStates(store, backend);
  store.setState({ chosenPage: pageOfAddress(location.hash) });
  const actions = createActions(store, backend, { download: saveFromHost, openPage });

  async function begin(): Promise<void> {
    await feed.reload();
    const { loaded } = store.getState();
    if (loaded.phase !== 'ready') return;
    void loadSaved();
    await search(loaded.state);
    // After the first search was asked for: what it was started with waits for its end.
    followHost(store, backend, actions);
  }

  async function search({ session }: AppState): Promise<void> {
    // What was found last time is shown at once, and looked for again: it may be gone.
    if (session.operation !== null) return;
    await actions.findByItself();
    void searchEnded(store).then(lookAtTheOnlyOne);
  }

  /** One install and one fault: then the first page is what is wrong with it. Starts no Python. */
  async function lookAtTheOnlyOne(): Promise<void> {
    const { loaded, chosenPage, pickedId, starting } = store.getState();
    if (loaded.phase !== 'ready' || chosenPage !== null || pickedId !== null || starting) return;
    const { session } = loaded.state;
    if (session.operation?.kind !== 'find' || session.operation.outcome !== 'succeeded') return;
    const [only, another] = session.found?.installs ?? [];
    const glance = only && session.found?.glances?.[only.id];
    if (!only || another || glance?.verdict !== 'problem') return;
    await actions.lookByItself(only.id);
  }
  return { store, actions, reload: begin, started: begin() };
}
