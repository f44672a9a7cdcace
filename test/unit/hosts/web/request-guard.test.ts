import { describe, expect, it } from 'vitest';
import { judgeRequest, type GuardedRequest } from '../../../../electron/hosts/web/request-guard.ts';

const context = {
  cookieName: 'session',
  acceptsCookie: (cookie: string | null) => cookie === 'right',
};
const host = '127.0.0.1:8190';
const origin = `http://${host}`;
const cookie = 'other=1; session=right';
const json = 'application/json';

type Headers = GuardedRequest['headers'];
const judge = (method: string, url: string, headers: Headers) =>
  judgeRequest({ method, url, headers, rawHeaders: rawOf(headers) }, context);

/** Each value of a list came in a header of its own. */
function rawOf(headers: Headers): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => [name, each]),
  );
}

describe('the request guard lets in', () => {
  it.each<[string, string, string, Headers, object]>([
    ['the page', 'GET', '/', { host, cookie }, { kind: 'asset' }],
    ['a HEAD of a script', 'HEAD', '/assets/a.js', { host, cookie }, { kind: 'asset' }],
    ['the name localhost', 'GET', '/', { host: 'localhost:8190', cookie }, { kind: 'asset' }],
    [
      'an ssh tunnel from another port',
      'GET',
      '/',
      { host: 'localhost:9', cookie },
      { kind: 'asset' },
    ],
    ['the IPv6 name', 'GET', '/', { host: '[::1]:8190', cookie }, { kind: 'asset' }],
    [
      'a call of our page',
      'POST',
      '/api/getState',
      { host, origin, cookie, 'content-type': `${json}; charset=utf-8` },
      { kind: 'call', method: 'getState' },
    ],
    [
      'the event stream',
      'GET',
      '/api/events',
      { host, cookie, 'sec-fetch-site': 'same-origin' },
      { kind: 'events' },
    ],
    [
      'a bundle',
      'GET',
      '/api/bundles/a-1.zip',
      { host, cookie },
      { kind: 'bundle', bundleId: 'a-1' },
    ],
    [
      'the first visit',
      'GET',
      '/?token=t',
      { host },
      { kind: 'exchange', token: 't', hasSession: false },
    ],
    [
      'the used address again in the same browser',
      'GET',
      '/?token=t',
      { host, cookie },
      { kind: 'exchange', token: 't', hasSession: true },
    ],
    [
      'a link that leads here from a terminal in the browser',
      'GET',
      '/?token=t',
      {
        host,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
      { kind: 'exchange', token: 't', hasSession: false },
    ],
  ])('%s', (_name, method, url, headers, expected) => {
    expect(judge(method, url, headers)).toEqual(expected);
  });
});

describe('a header that came twice', () => {
  it.each(['Host', 'host', 'Origin', 'Cookie', 'Content-Type', 'Sec-Fetch-Site'])(
    '%s is refused, though the first alone would do',
    (name) => {
      const headers = { host, origin, cookie, 'content-type': json };
      const twice = [...rawOf(headers), 'Sec-Fetch-Site', 'same-origin', name, 'evil.example'];
      const request = { method: 'POST', url: '/api/getState', headers, rawHeaders: twice };
      expect(judgeRequest(request, context)).toMatchObject({ kind: 'refuse', status: 400 });
    },
  );
});

describe('the request guard refuses', () => {
  const call = { host, origin, cookie, 'content-type': json };
  it.each<[string, string, string, Headers, number]>([
    ['no Host', 'GET', '/', { cookie }, 403],
    ['a rebound name', 'GET', '/', { host: 'evil.example:8190', cookie }, 403],
    ['a name that begins like ours', 'GET', '/', { host: '127.0.0.1.evil.example', cookie }, 403],
    ['a name with a user', 'GET', '/', { host: 'localhost@evil.example', cookie }, 403],
    [
      'another page’s call',
      'POST',
      '/api/getState',
      { ...call, origin: 'https://evil.example' },
      403,
    ],
    [
      'another port’s call',
      'POST',
      '/api/getState',
      { ...call, origin: 'http://127.0.0.1:3000' },
      403,
    ],
    [
      'localhost calling 127.0.0.1',
      'POST',
      '/api/getState',
      { ...call, origin: 'http://localhost:8190' },
      403,
    ],
    ['an opaque origin', 'POST', '/api/getState', { ...call, origin: 'null' }, 403],
    ['a call without Origin', 'POST', '/api/getState', { host, cookie, 'content-type': json }, 403],
    [
      'a cross-site stream',
      'GET',
      '/api/events',
      { host, cookie, 'sec-fetch-site': 'cross-site' },
      403,
    ],
    [
      'a same-site stream of another port',
      'GET',
      '/api/events',
      { host, cookie, 'sec-fetch-site': 'same-site' },
      403,
    ],
    [
      'a bundle opened by a link of another page',
      'GET',
      '/api/bundles/a.zip',
      {
        host,
        cookie,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
      403,
    ],
    [
      'our page in another page’s frame',
      'GET',
      '/',
      {
        host,
        cookie,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
      },
      403,
    ],
    ['no cookie', 'GET', '/', { host }, 403],
    ['a wrong cookie', 'GET', '/', { host, cookie: 'session=wrong' }, 403],
    ['a call without a cookie', 'POST', '/api/getState', { ...call, cookie: undefined }, 403],
    ['a call with GET', 'GET', '/api/getState', { host, cookie }, 405],
    ['a stream with POST', 'POST', '/api/events', call, 405],
    ['a page with POST', 'POST', '/', call, 405],
    ['a page with DELETE', 'DELETE', '/', call, 405],
    ['a form', 'POST', '/api/start', { ...call, 'content-type': 'text/plain' }, 415],
    ['no type', 'POST', '/api/start', { ...call, 'content-type': undefined }, 415],
    ['an absolute address', 'GET', 'http://evil.example/', { host, cookie }, 400],
    ['an address without scheme', 'GET', '//evil.example/', { host, cookie }, 400],
    ['two Hosts', 'GET', '/', { host: [host, host], cookie }, 400],
  ])('%s', (_name, method, url, headers, status) => {
    expect(judge(method, url, headers)).toMatchObject({ kind: 'refuse', status });
  });
});
