import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '../../shared/contract.ts';
import type { Session } from '../../shared/session.ts';
import type { Actions } from './actions.ts';
import { isBusy, type AppStore, type AppStoreState } from './app-store.ts';

export type AppHandle = { store: AppStore; actions: Actions; reload: () => Promise<void> };

export const AppContext = createContext<AppHandle | null>(null);

function useHandle(): AppHandle {
  const handle = useContext(AppContext);
  if (!handle) throw new Error('the app context is missing');
  return handle;
}

export function useActions(): Actions {
  return useHandle().actions;
}

export function useReload(): () => Promise<void> {
  return useHandle().reload;
}

/** One part of the store; the component is drawn again only when that part changes. */
export function useApp<T>(select: (state: AppStoreState) => T): T {
  return useStore(useHandle().store, select);
}

/** The engine's state. Only for what is drawn once the state is there. */
export function useAppState(): AppState {
  return useApp((current) => {
    if (current.loaded.phase !== 'ready') throw new Error('the state is not here yet');
    return current.loaded.state;
  });
}

export function useSession(): Session {
  return useAppState().session;
}

export function useBusy(): boolean {
  return useApp(isBusy);
}
