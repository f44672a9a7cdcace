import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handlers } from '../../../shared/contract.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import { enterSchema } from '../../../shared/web-session.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Assets } from '../assets.ts';
import { dispatch, refuse } from '../dispatch.ts';
import { sendBundle } from './bundle-download.ts';
import type { Connections } from './connections.ts';
import type { EventStreams } from './event-stream.ts';
import { noticePage } from './notice-page.ts';
import { longestBody, readBody } from './read-body.ts';
import { judgeRequest, type Refusal } from './request-guard.ts';
import type { SessionToken } from './session-token.ts';
import { sendResponse, sendResult } from './web-response.ts';

export type WebHost = {
  engine: Engine;
  handlers: Handlers;
  assets: Assets;
  streams: EventStreams;
  token: SessionToken;
  connections: Connections;
  /** The Host header of every honest request. */
  name: () => string;
};

/**
 * Answers one request. Nothing of it is used before the guard has judged it. True where it came from
 * somebody who was let in: the files of the page, and knocking, are for everybody.
 */
export async function answerRequest(
  host: WebHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method = '', url = '', headers, rawHeaders } = request;
  const { accepts, acceptsTicket } = host.token;
  const verdict = judgeRequest(
    { method, url, headers, rawHeaders },
    { host: host.name(), accepts, acceptsTicket },
  );
  const letIn = ['call', 'events', 'bundle'].includes(verdict.kind);
  if (letIn) host.connections.letIn(request.socket);
  switch (verdict.kind) {
    case 'asset':
      await sendResponse(
        response,
        await host.assets(new Request(`http://127.0.0.1${url}`, { method })),
      );
      break;
    case 'enter':
      return enter(host, request, response);
    case 'call':
      await answerCall(host, verdict.method, request, response);
      break;
    case 'events':
      if (!host.streams.open(response))
        sendResult(response, 503, refuse('too many pages are open'));
      break;
    case 'bundle':
      await sendBundle(response, host.engine, verdict.bundleId);
      break;
    case 'refuse':
      await sendRefusal(response, url, verdict);
      break;
    default:
      assertNever(verdict);
  }
  return letIn;
}

async function answerCall(
  host: WebHost,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, longestBody(method));
  if (body.kind === 'left') return;
  if (body.kind === 'json') {
    const note = (thrown: unknown): void => host.engine.noteMistake(thrown);
    sendResult(response, 200, await dispatch(host.handlers, method, body.value, note));
  } else if (body.kind === 'not-json') {
    sendResult(response, 400, refuse('the body is not JSON'));
  } else {
    response.setHeader('connection', 'close');
    sendResult(response, 413, refuse('the body is too long'));
  }
}

/** The one-time token becomes a session, which the page keeps for this host and port alone. */
async function enter(
  host: WebHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const body = await readBody(request, longestBody('enter'));
  if (body.kind === 'left') return false;
  const asked = enterSchema.safeParse(body.kind === 'json' ? body.value : null);
  const session = asked.success ? host.token.redeem(asked.data.token) : null;
  if (session === null) {
    const reason = 'the token is used up';
    const refusal: Refusal = { kind: 'refuse', status: 403, code: 'not-let-in', reason };
    await sendRefusal(response, '/api/enter', refusal);
    return false;
  }
  host.connections.letIn(request.socket);
  sendResult(response, 200, { ok: true, value: { session } });
  return true;
}

/** Nothing more is read of who is refused. */
async function sendRefusal(
  response: ServerResponse,
  url: string,
  { status, code, reason }: Refusal,
): Promise<void> {
  response.setHeader('connection', 'close');
  if (!url.startsWith('/api/')) return sendResponse(response, noticePage(status));
  const problem: Problem = { code, ...(code === 'invalid-request' ? { params: { reason } } : {}) };
  sendResult(response, status, { ok: false, problem });
}
