import type { Backend } from '../backend/backend.ts';
import { createActions } from '../store/actions.ts';
import { createAppStore } from '../store/app-store.ts';
import { connectStore } from '../store/event-feed.ts';
import type { AppHandle } from '../store/store-context.ts';
import { openPage } from './open-page.ts';
import { saveFromHost } from './save-from-host.ts';

/** Joins store and engine. The first look for installs starts by itself. */
export function startApp(backend: Backend): AppHandle & { started: Promise<void> } {
  const store = createAppStore();
  const feed = connectStore(store, backend);
  const actions = createActions(store, backend, { download: saveFromHost, openPage });

  async function begin(): Promise<void> {
    await feed.reload();
    const { loaded } = store.getState();
    if (loaded.phase !== 'ready') return;
    // What was found last time is shown at once, and looked for again: it may be gone.
    const { operation } = loaded.state.session;
    if (operation === null) await actions.find();
  }
  return { store, actions, reload: begin, started: begin() };
}
