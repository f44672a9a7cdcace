import type { Settings } from '../../shared/contract.ts';
import type { UpdateAnswer } from '../../shared/updates.ts';
import type { Backend } from '../backend/backend.ts';
import type { AppStore } from './app-store.ts';

export type SettingsActions = {
  /** False: they could not be saved, and the page says why. */
  saveSettings: (settings: Settings) => Promise<boolean>;
  /** Whether there is a newer version; null where nobody could say. */
  updates: () => Promise<UpdateAnswer | null>;
  setPaletteOpen: (open: boolean) => void;
};

export function createSettingsActions(store: AppStore, backend: Backend): SettingsActions {
  return {
    async saveSettings(settings) {
      const answer = await backend.call('saveSettings', settings);
      if (!answer.ok) {
        store.setState({ refusal: answer.problem });
        return false;
      }
      const saved = answer.value;
      store.setState((current) =>
        current.loaded.phase === 'ready'
          ? {
              ...current,
              loaded: {
                phase: 'ready',
                // What was damaged was chosen anew.
                state: { ...current.loaded.state, settings: saved, settingsProblem: null },
              },
            }
          : current,
      );
      return true;
    },
    async updates() {
      const answer = await backend.call('updates', {});
      return answer.ok ? answer.value : null;
    },
    setPaletteOpen: (paletteOpen) => store.setState({ paletteOpen }),
  };
}
