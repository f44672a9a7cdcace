import type { Backend } from '../backend/backend.ts';
import type { OperationEvent } from '../../shared/operation.ts';
import { withEvent, withLoaded, type AppStore } from './app-store.ts';

/** Before the next picture; where none is drawn, soon. Answers how it is called off. */
function nextFrame(act: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(act, 100);
    return () => clearTimeout(timer);
  }
  const id = requestAnimationFrame(act);
  return () => cancelAnimationFrame(id);
}

export type EventFeed = {
  /** Asks the engine for everything it knows. */
  reload: () => Promise<void>;
  close: () => void;
};

/**
 * Keeps the store equal to the engine: the state once, then every event above its seq. Events
 * that come while the state is on its way wait for it; a gap in seq means that something was
 * missed, and then the state is asked for again.
 */
export function connectStore(store: AppStore, backend: Backend): EventFeed {
  let waiting: OperationEvent[] = [];
  /** Lines that wait for the next picture. */
  let pending: OperationEvent[] = [];
  let frame: (() => void) | null = null;
  let loading: Promise<void> | null = null;
  let asked = 0;

  function receive(event: OperationEvent): void {
    const { loaded } = store.getState();
    if (loading || loaded.phase !== 'ready') {
      waiting.push(event);
      return;
    }
    const last = pending.at(-1)?.seq ?? loaded.state.session.seq;
    if (event.seq > last + 1) {
      flush();
      waiting.push(event);
      void reload();
      return;
    }
    pending.push(event);
    // A program may print thousands of lines a second: what the eye cannot follow is drawn at once.
    if (event.type !== 'log') flush();
    else frame ??= nextFrame(flush);
  }

  function flush(): void {
    frame?.();
    frame = null;
    const told = pending;
    pending = [];
    if (told.length > 0) store.setState((current) => told.reduce(withEvent, current));
  }

  async function load(): Promise<void> {
    const answering = asked;
    const answer = await backend.call('getState', {});
    if (answer.ok) {
      store.setState((current) => waiting.reduce(withEvent, withLoaded(current, answer.value)));
      waiting = [];
    } else if (store.getState().loaded.phase === 'ready') {
      store.setState({ connection: 'lost' });
    } else {
      store.setState({ loaded: { phase: 'failed', problem: answer.problem } });
    }
    // Asked for while the answer was on its way: it may be older than what was asked about.
    if (asked !== answering) await load();
  }

  function reload(): Promise<void> {
    asked += 1;
    loading ??= load().finally(() => {
      loading = null;
    });
    return loading;
  }

  const subscriptions = [
    backend.onEvent(receive),
    backend.onConnectionLost(() => store.setState({ connection: 'lost' })),
    backend.onConnectionOpen(() => void reload()),
  ];
  return {
    reload,
    close() {
      for (const unsubscribe of subscriptions) unsubscribe();
    },
  };
}
