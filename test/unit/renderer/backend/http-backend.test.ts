// @vitest-environment node
import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { EventStream } from '../../../../renderer/backend/event-stream.ts';
import { createHttpBackend } from '../../../../renderer/backend/http-backend.ts';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A host that answers every call with one text. */
async function host(answer: (method: string, body: string, response: ServerResponse) => void) {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => answer(String(request.url), body, response));
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** A stream that the test itself speaks through. */
function fakeStream(): EventStream & { closed: boolean } {
  const stream = {
    onopen: null,
    onerror: null,
    onmessage: null,
    closed: false,
    close() {
      stream.closed = true;
    },
  };
  return stream;
}

function connect(base: string) {
  const stream = fakeStream();
  const backend = createHttpBackend({ base, openStream: () => stream });
  return { backend, stream };
}

describe('calls over http', () => {
  test('the params go as JSON, the answer is parsed', async () => {
    const seen: string[] = [];
    const base = await host((url, body, response) => {
      seen.push(url, body);
      response.end(JSON.stringify({ ok: true, value: { operationId: 'a' } }));
    });
    const answer = await connect(base).backend.call('start', { kind: 'fix', planId: 'p' });
    expect(answer).toEqual({ ok: true, value: { operationId: 'a' } });
    expect(seen).toEqual(['/api/start', '{"kind":"fix","planId":"p"}']);
  });

  test('every sample state survives the way through JSON', async () => {
    for (const session of Object.values(sampleSessions)) {
      const base = await host((_url, _body, response) =>
        response.end(JSON.stringify({ ok: true, value: appState(session) })),
      );
      const answer = await connect(base).backend.call('getState', {});
      expect(answer).toEqual({ ok: true, value: appState(session) });
      server?.closeAllConnections();
      server?.close();
    }
  });

  test('a Problem comes back as it was said', async () => {
    const base = await host((_url, _body, response) => {
      response.writeHead(409);
      response.end(JSON.stringify({ ok: false, problem: { code: 'busy' } }));
    });
    const answer = await connect(base).backend.call('getState', {});
    expect(answer).toEqual({ ok: false, problem: { code: 'busy' } });
  });

  test.each([
    ['a page of another program', '<html>'],
    ['an answer of another version', '{"ok":true,"value":{"operationId":7}}'],
    ['nothing', ''],
  ])('%s is an unexpected Problem with its detail', async (_name, text) => {
    const base = await host((_url, _body, response) => response.end(text));
    const answer = await connect(base).backend.call('start', { kind: 'find' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
    expect(answer.ok ? '' : answer.problem.detail).toContain('start');
  });

  test('a host that is gone is a lost connection, for the caller and for who listens', async () => {
    const { backend } = connect('http://127.0.0.1:9');
    let lost = 0;
    backend.onConnectionLost(() => (lost += 1));
    const answer = await backend.call('getState', {});
    expect(answer).toMatchObject({ ok: false, problem: { code: 'connection-lost' } });
    expect(lost).toBe(1);
  });
});

describe('the event stream', () => {
  const event = {
    type: 'step-started',
    operationId: 'a',
    seq: 7,
    at: '2026-11-22T16:00:00.000Z',
    step: 'probe',
  };

  test('events are parsed; what is none is left out', () => {
    const { backend, stream } = connect('');
    const heard: unknown[] = [];
    const stop = backend.onEvent((one) => heard.push(one));
    stream.onmessage?.({ data: JSON.stringify(event) });
    stream.onmessage?.({ data: 'rubbish' });
    stream.onmessage?.({ data: '{"type":"unheard-of"}' });
    stop();
    stream.onmessage?.({ data: JSON.stringify(event) });
    expect(heard).toEqual([event]);
  });

  test('lost, open and closed', () => {
    const { backend, stream } = connect('');
    const heard: string[] = [];
    backend.onConnectionLost(() => heard.push('lost'));
    backend.onConnectionOpen(() => heard.push('open'));
    stream.onopen?.();
    stream.onerror?.();
    stream.onopen?.();
    backend.close();
    expect(heard).toEqual(['open', 'lost', 'open']);
    expect(stream.closed).toBe(true);
  });
});
