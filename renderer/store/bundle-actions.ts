import type { Backend } from '../backend/backend.ts';
import type { AppStore } from './app-store.ts';

export type BundleActions = {
  saveBundle: (bundleId: string) => Promise<void>;
  /** Shows the saved bundle in the folder where it lies. */
  showBundle: (bundleId: string) => Promise<void>;
};

/** What becomes of a bundle that was made. `download` opens an address of our own host as a file. */
export function createBundleActions(
  store: AppStore,
  backend: Backend,
  download: (path: string) => void,
): BundleActions {
  return {
    async saveBundle(bundleId) {
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
    },
    async showBundle(bundleId) {
      const answer = await backend.call('showBundle', { bundleId });
      if (!answer.ok) store.setState({ refusal: answer.problem });
    },
  };
}
