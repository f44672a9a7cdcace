// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createActions } from '../../../../renderer/store/actions.ts';
import { createAppStore } from '../../../../renderer/store/app-store.ts';
import { connectStore } from '../../../../renderer/store/event-feed.ts';
import { logChunkBytes } from '../../../../shared/contract.ts';
import { createFakeBackend } from '../../../support/fake-backend.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

async function ready() {
  const backend = createFakeBackend(appState(sampleSessions.found));
  const store = createAppStore();
  await connectStore(store, backend).reload();
  const pages: string[] = [];
  const actions = createActions(store, backend, {
    download: () => undefined,
    openPage: (url) => pages.push(url),
  });
  return { backend, store, actions, pages };
}

test('a large log goes over in pieces that fit together again', async () => {
  const { backend, actions, store } = await ready();
  const bytes = Uint8Array.from({ length: 2 * logChunkBytes + 11 }, (_, index) => index % 251);
  await actions.readLog({ name: 'a.log', content: new Blob([bytes]) });
  const sent = backend.calls.flatMap(({ method, params }) =>
    method === 'addToLog' ? [params as { offset: number; chunk: string }] : [],
  );
  expect(sent.map((piece) => piece.offset)).toEqual([0, logChunkBytes, 2 * logChunkBytes]);
  const together = Buffer.concat(sent.map((piece) => Buffer.from(piece.chunk, 'base64')));
  expect(together.equals(bytes)).toBe(true);
  expect(backend.requests).toEqual([{ kind: 'log', logId: 'log-1' }]);
  expect(store.getState().reading).toBeNull();
});

test('stopped in the middle, nothing is judged', async () => {
  const { backend, actions, store } = await ready();
  backend.answer({
    addToLog: async ({ offset }) => {
      actions.stopReading();
      return { ok: true, value: { bytes: offset } };
    },
  });
  await actions.readLog({ name: null, content: new Blob(['x'.repeat(logChunkBytes * 3)]) });
  expect(backend.calls.filter((call) => call.method === 'addToLog')).toHaveLength(1);
  expect(backend.requests).toEqual([]);
  expect(store.getState()).toMatchObject({ reading: null, refusal: null });
});

test('a second log takes the place of the first', async () => {
  const { backend, actions } = await ready();
  const first = actions.readLog({ name: 'first.log', content: new Blob(['one']) });
  await actions.readLog({ name: 'second.log', content: new Blob(['two']) });
  await first;
  expect(backend.requests).toHaveLength(1);
});

test('what the host refuses is said, and the way is free again', async () => {
  const { backend, actions, store } = await ready();
  backend.answer({ addToLog: async () => ({ ok: false, problem: { code: 'log-unknown' } }) });
  await actions.readLog({ name: null, content: new Blob(['x']) });
  expect(store.getState()).toMatchObject({ reading: null, refusal: { code: 'log-unknown' } });
  expect(backend.requests).toEqual([]);
});

test('a link is opened where the host answers its address', async () => {
  const { backend, actions, pages } = await ready();
  await actions.openLink('nvidia-drivers');
  expect(pages).toEqual([]);
  backend.answer({ openLink: async () => ({ ok: true, value: { url: 'https://a.example/' } }) });
  await actions.openLink('nvidia-drivers');
  expect(pages).toEqual(['https://a.example/']);
});

test('something that is no log is refused where the host cannot tell where it lies', async () => {
  const { actions, store } = await ready();
  await actions.takeDropped({ file: new File(['x'], 'start.bat'), isFolder: false });
  expect(store.getState().refusal).toEqual({ code: 'not-offered-here' });
});

test('what is dropped while the first search goes on waits until it has ended', async () => {
  const { backend, actions, store } = await ready();
  const idle = store.getState();
  store.setState({ starting: { kind: 'find', operationId: null } });
  const taking = actions.takeDropped({ file: new File(['x'], 'a.log'), isFolder: false });
  await Promise.resolve();
  expect(backend.requests).toEqual([]);
  store.setState({ starting: idle.starting });
  await taking;
  expect(backend.requests).toEqual([{ kind: 'log', logId: 'log-1' }]);
});
