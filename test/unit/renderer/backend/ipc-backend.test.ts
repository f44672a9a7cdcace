import { expect, test } from 'vitest';
import { createIpcBackend } from '../../../../renderer/backend/ipc-backend.ts';
import type { Bridge } from '../../../../renderer/backend/bridge.ts';
import { createFakeBackend } from '../../../support/fake-backend.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

function bridge(changes: Partial<Bridge>): Bridge {
  const backend = createFakeBackend(appState(sampleSessions.found));
  return {
    getState: (params) => backend.call('getState', params),
    start: (params) => backend.call('start', params),
    cancel: (params) => backend.call('cancel', params),
    listFolders: (params) => backend.call('listFolders', params),
    pickFolder: (params) => backend.call('pickFolder', params),
    pickWheel: (params) => backend.call('pickWheel', params),
    openLog: (params) => backend.call('openLog', params),
    addToLog: (params) => backend.call('addToLog', params),
    saveBundle: (params) => backend.call('saveBundle', params),
    mirrors: (params) => backend.call('mirrors', params),
    history: (params) => backend.call('history', params),
    tables: (params) => backend.call('tables', params),
    renewTables: (params) => backend.call('renewTables', params),
    savedStates: (params) => backend.call('savedStates', params),
    inUse: (params) => backend.call('inUse', params),
    choosePython: (params) => backend.call('choosePython', params),
    openLink: (params) => backend.call('openLink', params),
    saveSettings: (params) => backend.call('saveSettings', params),
    showBundle: (params) => backend.call('showBundle', params),
    updates: (params) => backend.call('updates', params),
    onCommand: () => () => undefined,
    onEvent: (listener) => backend.onEvent(listener),
    folderOfDrop: (file) => Promise.resolve({ ok: true, value: { folderId: file.name } }),
    ...changes,
  };
}

test('a call goes to the function of its name', async () => {
  const answer = await createIpcBackend(bridge({})).call('cancel', { operationId: 'a' });
  expect(answer).toEqual({ ok: true, value: { cancelling: true } });
});

test('a bridge that throws becomes a Problem', async () => {
  const broken = bridge({
    cancel: () => Promise.reject(new Error('the main process is gone')),
  });
  const answer = await createIpcBackend(broken).call('cancel', { operationId: 'a' });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
});
