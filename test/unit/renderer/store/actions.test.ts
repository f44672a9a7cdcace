import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../renderer/store/actions.ts';
import { createAppStore, isBusy } from '../../../../renderer/store/app-store.ts';
import { connectStore } from '../../../../renderer/store/event-feed.ts';
import { createFakeBackend, type ScriptedEvent } from '../../../support/fake-backend.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

async function ready() {
  const backend = createFakeBackend(appState(sampleSessions.mismatch));
  const store = createAppStore();
  await connectStore(store, backend).reload();
  const downloads: string[] = [];
  const pages: string[] = [];
  const actions = createActions(store, backend, {
    download: (path) => downloads.push(path),
    openPage: (url) => pages.push(url),
  });
  return { backend, store, actions, downloads, pages };
}

const started: ScriptedEvent = {
  type: 'started',
  kind: 'plan',
  targetId: 'install-1',
  steps: ['inspect', 'probe', 'resolve', 'measure'],
};

describe('what the user can do', () => {
  test('a request sends ids and choices only', async () => {
    const { backend, actions } = await ready();
    await actions.plan('install-1', 'recommended');
    await actions.restore('install-1', 'snapshot-1');
    expect(backend.requests).toEqual([
      { kind: 'plan', targetId: 'install-1', goal: 'recommended' },
      { kind: 'rollback', targetId: 'install-1', snapshotId: 'snapshot-1' },
    ]);
  });

  test('the window is busy from the click to the first event, and on', async () => {
    const { backend, store, actions } = await ready();
    const asked = actions.plan('install-1', 'triton');
    expect(isBusy(store.getState())).toBe(true);
    await asked;
    expect(isBusy(store.getState())).toBe(true);
    backend.tell(started);
    expect(store.getState().starting).toBeNull();
    expect(isBusy(store.getState())).toBe(true);
  });

  test('the first event may come before the answer', async () => {
    const { backend, store, actions } = await ready();
    backend.answer({
      start: async () => {
        backend.tell(started);
        return { ok: true, value: { operationId: 'operation-0' } };
      },
    });
    await actions.plan('install-1', 'triton');
    expect(store.getState().starting).toBeNull();
    expect(store.getState().chosenPage).toBe('triton');
  });

  test('who goes elsewhere before the answer stays there', async () => {
    const { backend, store, actions } = await ready();
    const found = actions.find();
    actions.goTo('log');
    await found;
    expect(store.getState().chosenPage).toBe('log');
    await actions.find();
    expect(store.getState().chosenPage).toBeNull();
    expect(backend.requests).toEqual([
      { kind: 'find', glances: true },
      { kind: 'find', glances: true },
    ]);
  });

  test('what starts by itself takes nobody away, however late its answer comes', async () => {
    const { store, actions } = await ready();
    actions.goTo('install');
    await actions.findByItself();
    expect(store.getState().chosenPage).toBe('install');

    actions.followJob();
    const looked = actions.lookByItself('install-1');
    actions.pick('install-1');
    await looked;
    expect(store.getState().chosenPage).toBe('install');
    expect(store.getState().logBelongs).toBe(false);
  });

  test('a refusal is kept for the page and ends the waiting', async () => {
    const { backend, store, actions } = await ready();
    backend.answer({ start: async () => ({ ok: false, problem: { code: 'busy' } }) });
    await actions.verify('install-1');
    expect(store.getState().refusal).toEqual({ code: 'busy' });
    expect(isBusy(store.getState())).toBe(false);
    actions.dismissRefusal();
    expect(store.getState().refusal).toBeNull();
  });

  test('a bundle is saved by the desktop or downloaded from the host', async () => {
    const { backend, store, actions, downloads } = await ready();
    await actions.saveBundle('bundle-1');
    expect(store.getState().bundleSaved).toEqual({ name: 'bundle.zip', by: 'us' });
    backend.answer({
      saveBundle: async () => ({ ok: true, value: { kind: 'download', path: '/api/bundle/1' } }),
    });
    await actions.saveBundle('bundle-1');
    expect(downloads).toEqual(['/api/bundle/1']);
    expect(store.getState().bundleSaved?.by).toBe('browser');
  });

  test('whoever chooses an install reads its logs from then on', async () => {
    const { store, actions } = await ready();
    actions.setLogBelongs(false);
    await actions.diagnose('install-1');
    expect(store.getState().logBelongs).toBe(true);
  });

  test('a folder dialog that is closed starts nothing', async () => {
    const { backend, actions } = await ready();
    await actions.pickFolder();
    expect(backend.requests).toEqual([]);
    backend.answer({ pickFolder: async () => ({ ok: true, value: { folderId: 'f' } }) });
    await actions.pickFolder();
    expect(backend.requests).toEqual([{ kind: 'find', glances: true, folderId: 'f' }]);
  });

  test('settings are those that the engine kept', async () => {
    const { store, actions } = await ready();
    await actions.saveSettings({ language: 'zh-CN', theme: 'dark' });
    const { loaded } = store.getState();
    expect(loaded.phase === 'ready' && loaded.state.settings).toEqual({
      language: 'zh-CN',
      theme: 'dark',
    });
  });
});
