import { describe, expect, it } from 'vitest';
import { judgeRequest, type GuardedRequest } from '../../../../electron/hosts/web/request-guard.ts';
import { sessionHeader } from '../../../../shared/web-session.ts';

const host = '127.0.0.1:8190';
const context = {
  host,
  accepts: (session: string | null) => session === 'right',
  acceptsTicket: (bundleId: string, ticket: string | null) => ticket === `ticket of ${bundleId}`,
};
const origin = `http://${host}`;
const session = { [sessionHeader]: 'right' };
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

const fromElsewhere = (dest: string) => ({
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': dest,
});
const ticket = '?ticket=ticket%20of%20a-1';

describe('the request guard lets in', () => {
  it.each<[string, string, string, Headers, object]>([
    ['the page, which is no secret', 'GET', '/', { host }, { kind: 'asset' }],
    ['the first visit', 'GET', '/?token=t', { host }, { kind: 'asset' }],
    ['a HEAD of a script', 'HEAD', '/assets/a.js', { host }, { kind: 'asset' }],
    [
      'a link that leads here from a terminal in the browser',
      ...(['GET', '/?token=t', { host, ...fromElsewhere('document') }, { kind: 'asset' }] as const),
    ],
    [
      'who hands over a token',
      ...([
        'POST',
        '/api/enter',
        { host, origin, 'content-type': json },
        { kind: 'enter' },
      ] as const),
    ],
    [
      'a call of our page',
      'POST',
      '/api/getState',
      { host, origin, ...session, 'content-type': `${json}; charset=utf-8` },
      { kind: 'call', method: 'getState' },
    ],
    [
      'the event stream',
      'GET',
      '/api/events',
      { host, ...session, 'sec-fetch-site': 'same-origin' },
      { kind: 'events' },
    ],
    [
      'a bundle by its ticket',
      ...(['GET', `/api/bundles/a-1.zip${ticket}`, { host }] as const),
      { kind: 'bundle', bundleId: 'a-1' },
    ],
  ])('%s', (_name, method, url, headers, expected) => {
    expect(judge(method, url, headers)).toEqual(expected);
  });
});

describe('a header that came twice', () => {
  it.each(['Host', 'host', 'Origin', sessionHeader, 'Content-Type', 'Sec-Fetch-Site'])(
    '%s is refused, though the first alone would do',
    (name) => {
      const headers = { host, origin, ...session, 'content-type': json };
      const twice = [...rawOf(headers), 'Sec-Fetch-Site', 'same-origin', name, 'evil.example'];
      const request = { method: 'POST', url: '/api/getState', headers, rawHeaders: twice };
      expect(judgeRequest(request, context)).toMatchObject({ kind: 'refuse', status: 400 });
    },
  );
});

describe('the request guard refuses', () => {
  const call = { host, origin, ...session, 'content-type': json };
  it.each<[string, string, string, Headers, number]>([
    ['no Host', 'GET', '/', session, 403],
    ['a rebound name', 'GET', '/', { host: 'evil.example:8190' }, 403],
    ['a name that begins like ours', 'GET', '/', { host: '127.0.0.1.evil.example' }, 403],
    ['a name with a user', 'GET', '/', { host: `${host}@evil.example` }, 403],
    ['our name without the port', 'GET', '/', { host: '127.0.0.1' }, 403],
    ['our name with another port', 'GET', '/', { host: '127.0.0.1:8191' }, 403],
    // Somebody else may listen on the same port of ::1, which is localhost as well.
    ['the name localhost', 'GET', '/', { host: 'localhost:8190' }, 403],
    ['the IPv6 name', 'GET', '/', { host: '[::1]:8190' }, 403],
    ['another page’s call', 'POST', '/api/getState', { ...call, origin: 'https://x.example' }, 403],
    [
      'another port’s call',
      ...(['POST', '/api/getState', { ...call, origin: 'http://127.0.0.1:3000' }, 403] as const),
    ],
    [
      'localhost calling 127.0.0.1',
      ...(['POST', '/api/getState', { ...call, origin: 'http://localhost:8190' }, 403] as const),
    ],
    ['an opaque origin', 'POST', '/api/getState', { ...call, origin: 'null' }, 403],
    ['a call without Origin', 'POST', '/api/getState', { ...call, origin: undefined }, 403],
    [
      'a token handed over by another page',
      ...(['POST', '/api/enter', { ...call, origin: 'http://127.0.0.1:3000' }, 403] as const),
    ],
    [
      'a cross-site stream',
      ...([
        'GET',
        '/api/events',
        { host, ...session, 'sec-fetch-site': 'cross-site' },
        403,
      ] as const),
    ],
    [
      'a same-site stream of another port',
      ...([
        'GET',
        '/api/events',
        { host, ...session, 'sec-fetch-site': 'same-site' },
        403,
      ] as const),
    ],
    [
      'a bundle opened by a link of another page',
      ...(['GET', `/api/bundles/a-1.zip${ticket}`] as const),
      ...([{ host, ...fromElsewhere('document') }, 403] as const),
    ],
    ['a bundle with the ticket of another', 'GET', `/api/bundles/b.zip${ticket}`, { host }, 403],
    ['a bundle without a ticket', 'GET', '/api/bundles/a-1.zip', { host, ...session }, 403],
    [
      'our page in another page’s frame',
      ...(['GET', '/', { host, ...fromElsewhere('iframe') }, 403] as const),
    ],
    [
      'a call without a session',
      'POST',
      '/api/getState',
      { ...call, [sessionHeader]: undefined },
      403,
    ],
    ['a wrong session', 'POST', '/api/getState', { ...call, [sessionHeader]: 'wrong' }, 403],
    [
      'a session in a cookie, which other ports get to see',
      ...(['POST', '/api/getState'] as const),
      ...([
        { ...call, [sessionHeader]: undefined, cookie: `${sessionHeader}=right` },
        403,
      ] as const),
    ],
    ['a call with GET', 'GET', '/api/getState', { host, ...session }, 405],
    ['a stream with POST', 'POST', '/api/events', call, 405],
    ['a page with POST', 'POST', '/', call, 405],
    ['a page with DELETE', 'DELETE', '/', call, 405],
    ['a form', 'POST', '/api/start', { ...call, 'content-type': 'text/plain' }, 415],
    ['no type', 'POST', '/api/start', { ...call, 'content-type': undefined }, 415],
    ['an absolute address', 'GET', 'http://evil.example/', { host }, 400],
    ['an address without scheme', 'GET', '//evil.example/', { host }, 400],
    ['two Hosts', 'GET', '/', { host: [host, host] }, 400],
  ])('%s', (_name, method, url, headers, status) => {
    expect(judge(method, url, headers)).toMatchObject({ kind: 'refuse', status });
  });
});
