import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../shared/session.ts';
import { createAppStore, isBusy, type AppStore } from '../../../../renderer/store/app-store.ts';
import { connectStore } from '../../../../renderer/store/event-feed.ts';
import {
  createFakeBackend,
  type FakeBackend,
  type ScriptedEvent,
} from '../../../support/fake-backend.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

const started: ScriptedEvent = {
  type: 'started',
  kind: 'verify',
  targetId: 'install-1',
  steps: ['inspect', 'probe', 'climb'],
};

function connected(session: Session): {
  store: AppStore;
  backend: FakeBackend;
  feed: ReturnType<typeof connectStore>;
} {
  const backend = createFakeBackend(appState(session));
  const store = createAppStore();
  return { store, backend, feed: connectStore(store, backend) };
}

function sessionOf(store: AppStore): Session {
  const { loaded } = store.getState();
  if (loaded.phase !== 'ready') throw new Error(`still ${loaded.phase}`);
  return loaded.state.session;
}

function stateCalls(backend: FakeBackend): number {
  return backend.calls.filter((call) => call.method === 'getState').length;
}

describe('the store stays equal to the engine', () => {
  test('events above the seq of the state are applied in order', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    await feed.reload();
    backend.tell(started);
    backend.tell({ type: 'step-started', step: 'inspect' });
    expect(sessionOf(store).seq).toBe(42);
    expect(sessionOf(store).operation?.steps[0]?.state).toBe('running');
    expect(stateCalls(backend)).toBe(1);
  });

  test('events that come before the state wait for it, and are not applied twice', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    const early = appState(sampleSessions.mismatch);
    let answer = (): void => {};
    backend.answer({
      getState: () =>
        new Promise((resolve) => {
          answer = () => resolve({ ok: true, value: early });
        }),
    });
    const loading = feed.reload();
    backend.tell(started);
    backend.tell({ type: 'log', step: 'inspect', lines: [{ stream: 'stdout', text: 'one' }] });
    expect(store.getState().loaded.phase).toBe('loading');
    answer();
    await loading;
    expect(sessionOf(store).seq).toBe(42);
    expect(sessionOf(store).operation?.log).toHaveLength(1);
  });

  test('an event that the state has already changes nothing', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    const loading = feed.reload();
    backend.tell(started);
    await loading;
    expect(sessionOf(store).seq).toBe(41);
    expect(sessionOf(store).operation?.kind).toBe('verify');
  });

  test('a gap makes the store ask again, and the waiting event is not lost', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    await feed.reload();
    backend.miss(started);
    backend.tell({ type: 'step-started', step: 'inspect' });
    await feed.reload();
    expect(stateCalls(backend)).toBeGreaterThan(1);
    expect(sessionOf(store).operation?.steps[0]?.state).toBe('running');
  });

  test('a stream that opens again brings the whole state again', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    await feed.reload();
    backend.loseConnection();
    expect(store.getState().connection).toBe('lost');
    backend.replaceState(appState(sampleSessions.fixed));
    backend.openConnection();
    await feed.reload();
    expect(store.getState().connection).toBe('open');
    expect(sessionOf(store).fix?.outcome).toBe('fixed');
  });

  test('an engine that cannot start is said', async () => {
    const { store, backend, feed } = connected(sampleSessions.fresh);
    backend.answer({
      getState: async () => ({ ok: false, problem: { code: 'fatal-start' } }),
    });
    await feed.reload();
    expect(store.getState().loaded).toEqual({
      phase: 'failed',
      problem: { code: 'fatal-start' },
    });
  });

  test('a running operation makes the window busy until its end', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    await feed.reload();
    backend.tell(started);
    expect(isBusy(store.getState())).toBe(true);
    backend.tell({ type: 'ended', outcome: 'cancelled', problem: null, result: null });
    expect(isBusy(store.getState())).toBe(false);
  });

  test('nothing is heard after the feed is closed', async () => {
    const { store, backend, feed } = connected(sampleSessions.mismatch);
    await feed.reload();
    feed.close();
    backend.tell(started);
    expect(sessionOf(store).seq).toBe(40);
  });
});
