import type { Backend } from '../backend/backend.ts';
import type { AppStore } from './app-store.ts';

/** Saves a report where the user says, or lets the browser save it. */
export function createSaveBundle(
  store: AppStore,
  backend: Backend,
  download: (path: string) => void,
) {
  return async function saveBundle(bundleId: string): Promise<void> {
    store.setState({ refusal: null, bundleSaved: null });
    const answer = await backend.call('saveBundle', { bundleId });
    if (!answer.ok) {
      store.setState({ refusal: answer.problem });
    } else if (answer.value.kind === 'saved') {
      store.setState({ bundleSaved: { name: answer.value.fileName, by: 'us' } });
    } else if (answer.value.kind === 'download') {
      download(answer.value.path);
      const { loaded } = store.getState();
      const name = loaded.phase === 'ready' ? loaded.state.session.bundle?.fileName : undefined;
      store.setState({ bundleSaved: { name: name ?? '', by: 'browser' } });
    }
  };
}
