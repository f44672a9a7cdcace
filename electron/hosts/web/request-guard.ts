import { codeOf } from '../../engine/machine/read-file.ts';

/** What the guard looks at; header names as Node gives them, in lower case. */
export type GuardedRequest = {
  method: string;
  /** Path and query. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Names and values in turn, as they came: of a Host that came twice, `headers` tells only one. */
  rawHeaders: readonly string[];
};

export type GuardContext = {
  cookieName: string;
  acceptsCookie: (cookie: string | null) => boolean;
};

export type Verdict =
  | { kind: 'asset' }
  | { kind: 'call'; method: string }
  | { kind: 'events' }
  | { kind: 'bundle'; bundleId: string }
  | { kind: 'exchange'; token: string; hasSession: boolean }
  | { kind: 'refuse'; status: 400 | 403 | 405 | 415; reason: string };

/**
 * Decides about one request before anything is read or done. A web page of somebody else can send
 * requests to this port, so: Host must be this machine's own name (against rebinding), Origin must
 * be ours, and everything but the first visit needs the cookie.
 */
export function judgeRequest(request: GuardedRequest, context: GuardContext): Verdict {
  if (isGivenTwice(request)) return refuse(400, 'a header came twice');
  const host = header(request, 'host');
  if (!host || !isLoopback(host)) return refuse(403, 'the Host header names another machine');
  if (!isOurOrigin(request, host)) return refuse(403, 'the request comes from another page');
  const url = parse(request.url, host);
  if (!url) return refuse(400, 'the address cannot be read');
  const hasSession = context.acceptsCookie(cookieOf(request, context.cookieName));
  const token = url.pathname === '/' && request.method === 'GET' && url.searchParams.get('token');
  if (token) return { kind: 'exchange', token, hasSession };
  if (!hasSession) return refuse(403, 'the session cookie is missing');
  return url.pathname.startsWith('/api/')
    ? judgeApi(request, url.pathname.slice(5))
    : judgeAsset(request);
}

function judgeApi(request: GuardedRequest, name: string): Verdict {
  const bundle = /^bundles\/([\w-]{1,100})\.zip$/.exec(name);
  if (name === 'events' || bundle) {
    if (request.method !== 'GET') return refuse(405, 'this address answers GET only');
    return bundle?.[1] ? { kind: 'bundle', bundleId: bundle[1] } : { kind: 'events' };
  }
  if (request.method !== 'POST') return refuse(405, 'calls are made with POST');
  // Forms and images of other pages cannot send this type without asking first (CORS preflight).
  const type = header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse(415, 'calls are made in JSON');
  return { kind: 'call', method: name };
}

function judgeAsset(request: GuardedRequest): Verdict {
  const reading = request.method === 'GET' || request.method === 'HEAD';
  return reading ? { kind: 'asset' } : refuse(405, 'pages are only read');
}

/** The port is left free, so that an ssh tunnel from another port works. */
function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host);
}

/**
 * Browsers send Origin with every POST, and Sec-Fetch-Site with everything. "none" is an address
 * that was typed, opened by a program, or a bookmark.
 */
function isOurOrigin(request: GuardedRequest, host: string): boolean {
  const origin = header(request, 'origin');
  if (origin !== null) return origin.toLowerCase() === `http://${host}`.toLowerCase();
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const site = header(request, 'sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none' || isTopNavigation(request);
}

/** A link on another page may lead to the front page: without a cookie it only shows who we are. */
function isTopNavigation(request: GuardedRequest): boolean {
  return (
    request.method === 'GET' &&
    !request.url.startsWith('/api/') &&
    header(request, 'sec-fetch-mode') === 'navigate' &&
    header(request, 'sec-fetch-dest') === 'document'
  );
}

function cookieOf(request: GuardedRequest, name: string): string | null {
  for (const pair of (header(request, 'cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}

/** Null where it is missing, and where it is there twice: nobody honest sends it twice. */
function header(request: GuardedRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** Nobody honest sends these twice, and programs differ in which of two they believe. */
const givenOnce: ReadonlySet<string> = new Set([
  'host',
  'origin',
  'cookie',
  'content-type',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]);

function isGivenTwice({ rawHeaders }: GuardedRequest): boolean {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  const judged = names.filter((name) => givenOnce.has(name));
  return new Set(judged).size < judged.length;
}

function parse(url: string, host: string): URL | null {
  try {
    return url.startsWith('/') && !url.startsWith('//') ? new URL(url, `http://${host}`) : null;
  } catch (thrown) {
    // Refused with a sentence by the caller.
    if (codeOf(thrown) === 'ERR_INVALID_URL') return null;
    throw thrown;
  }
}

function refuse(status: 400 | 403 | 405 | 415, reason: string): Verdict {
  return { kind: 'refuse', status, reason };
}
