import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState, StartRequest } from '../../shared/contract.ts';
import type { Goal, GoalOfOwnWheel } from '../../shared/goal.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SavedState } from '../../shared/report.ts';
import { reduceSession } from '../../shared/session.ts';
import type { Page } from './wizard-page.ts';
import { isGlancing, isRunning } from './wizard-steps.ts';

/** What the window knows. Only `loaded` comes from the engine; the rest is what the user did here. */
export type AppStoreState = {
  loaded: Loaded;
  connection: 'open' | 'lost';
  /** null: the page that belongs to what the engine did last. */
  chosenPage: Page | null;
  /** Chosen in the list, or told by a log; not looked at yet. */
  pickedId: string | null;
  /** What the plan in the making is for. */
  wantedGoal: Goal | null;
  /** The wheel file of the user's that it is made with. */
  wantedWheel: string | null;
  /** A wheel file is being looked for in the folders, for this. */
  wheelFor: { targetId: string; goal: GoalOfOwnWheel } | null;
  /** Asked for, but its first event is not here yet. */
  starting: { kind: StartRequest['kind']; operationId: string | null } | null;
  /** The operation whose cancel was asked for. */
  cancelling: string | null;
  /** The log that is on its way to the engine. */
  reading: Reading | null;
  /** A log that is given comes from the install that is chosen. */
  logBelongs: boolean;
  /** Why the last request was refused. */
  refusal: Problem | null;
  /** The log is shown, on whatever page. */
  logOpen: boolean;
  /** Everything that one may want is offered by its name. */
  paletteOpen: boolean;
  /** The name of the bundle that was saved last. */
  bundleSaved: { name: string; by: 'us' | 'browser' } | null;
  /** The saved states of all installs. */
  saved: readonly SavedState[];
  /** The saved state whose welcome was hidden. */
  dismissedWelcome: string | null;
};

/** `waiting`: it has arrived, and another job has to end first. */
export type Reading = { name: string | null; sent: number; total: number; waiting: boolean };

export type Loaded =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: Problem }
  | { phase: 'ready'; state: AppState };

export type AppStore = StoreApi<AppStoreState>;

export function createAppStore(): AppStore {
  return createStore<AppStoreState>(() => ({
    loaded: { phase: 'loading' },
    connection: 'open',
    chosenPage: null,
    pickedId: null,
    wantedGoal: null,
    wantedWheel: null,
    wheelFor: null,
    starting: null,
    cancelling: null,
    reading: null,
    logBelongs: true,
    refusal: null,
    logOpen: false,
    paletteOpen: false,
    bundleSaved: null,
    saved: [],
    dismissedWelcome: null,
  }));
}

/** A whole new state from the engine replaces everything that came from it before. */
export function withLoaded(current: AppStoreState, state: AppState): AppStoreState {
  const { starting } = current;
  // An answered start is part of this state already, even if its first event was missed.
  return {
    ...current,
    loaded: { phase: 'ready', state },
    connection: 'open',
    starting: starting?.operationId === null ? starting : null,
  };
}

/** One event on top of it. */
export function withEvent(current: AppStoreState, event: OperationEvent): AppStoreState {
  if (current.loaded.phase !== 'ready') return current;
  const { state } = current.loaded;
  const session = reduceSession(state.session, event);
  if (session === state.session) return current;
  return {
    ...current,
    loaded: { phase: 'ready', state: { ...state, session } },
    starting: event.type === 'started' ? null : current.starting,
    cancelling: event.type === 'ended' ? null : current.cancelling,
  };
}

/** Nothing new can be started now. */
export function isBusy(current: AppStoreState): boolean {
  if (current.starting !== null || current.connection === 'lost') return true;
  if (current.loaded.phase !== 'ready') return false;
  const { session } = current.loaded.state;
  return isRunning(session) && !isGlancing(session);
}
