import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handlers } from '../../../shared/contract.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Engine } from '../../engine/engine.ts';
import { securityHeaders, type Assets } from '../assets.ts';
import { dispatch, refuse } from '../dispatch.ts';
import { sendBundle } from './bundle-download.ts';
import type { EventStreams } from './event-stream.ts';
import { noticePage } from './notice-page.ts';
import { longestBody, readBody } from './read-body.ts';
import { judgeRequest, type Verdict } from './request-guard.ts';
import type { SessionToken } from './session-token.ts';
import { sendResponse, sendResult } from './web-response.ts';

export type WebHost = {
  engine: Engine;
  handlers: Handlers;
  assets: Assets;
  streams: EventStreams;
  token: SessionToken;
  port: () => number;
};

/** Answers one request. Nothing of it is used before the guard has judged it. */
export async function answerRequest(
  host: WebHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Verdict> {
  const { method = '', url = '', headers, rawHeaders } = request;
  const cookieName = host.token.cookieName(host.port());
  const verdict = judgeRequest(
    { method, url, headers, rawHeaders },
    { cookieName, acceptsCookie: host.token.accepts },
  );
  switch (verdict.kind) {
    case 'asset':
      await sendResponse(
        response,
        await host.assets(new Request(`http://127.0.0.1${url}`, { method })),
      );
      break;
    case 'call':
      await answerCall(host, verdict.method, request, response);
      break;
    case 'events':
      host.streams.open(response);
      break;
    case 'bundle':
      await sendBundle(response, host.engine, verdict.bundleId);
      break;
    case 'exchange':
      await exchange(host, cookieName, verdict, request, response);
      break;
    case 'refuse':
      await sendRefusal(response, url, verdict.status, verdict.reason);
      break;
    default:
      assertNever(verdict);
  }
  return verdict;
}

async function answerCall(
  host: WebHost,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, longestBody(method));
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

/** The one-time token becomes a cookie, and leaves the address bar and the history. */
async function exchange(
  host: WebHost,
  cookieName: string,
  { token, hasSession }: { token: string; hasSession: boolean },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cookie = hasSession ? null : host.token.redeem(token);
  if (!hasSession && cookie === null)
    return sendRefusal(response, '/', 403, 'the token is used up');
  // A strict cookie is not sent along a redirect that began at a link of another site (a terminal
  // in the browser): there our own page has to lead on.
  const cameFromElsewhere = request.headers['sec-fetch-site'] === 'cross-site';
  response.writeHead(cameFromElsewhere ? 200 : 303, {
    ...securityHeaders,
    'cache-control': 'no-store',
    ...(cookie
      ? { 'set-cookie': `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/` }
      : {}),
    ...(cameFromElsewhere
      ? { refresh: '0; url=/', 'content-type': 'text/plain; charset=utf-8' }
      : { location: '/' }),
  });
  response.end();
}

async function sendRefusal(
  response: ServerResponse,
  url: string,
  status: number,
  reason: string,
): Promise<void> {
  if (url.startsWith('/api/')) sendResult(response, status, refuse(reason));
  else await sendResponse(response, noticePage(status, 'host.web.locked', 'host.web.locked.hint'));
}
