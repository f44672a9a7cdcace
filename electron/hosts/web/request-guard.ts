import { sessionHeader } from '../../../shared/web-session.ts';
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
  /** The one Host that is ours, with the port. */
  host: string;
  accepts: (session: string | null) => boolean;
  acceptsTicket: (bundleId: string, ticket: string | null) => boolean;
};

export type Verdict =
  | { kind: 'asset' }
  | { kind: 'enter' }
  | { kind: 'call'; method: string }
  | { kind: 'events' }
  | { kind: 'bundle'; bundleId: string }
  | Refusal;

export type Refusal = {
  kind: 'refuse';
  status: 400 | 403 | 405 | 415;
  code: 'invalid-request' | 'not-let-in';
  reason: string;
};

/**
 * Decides about one request before anything is read or done. A web page of somebody else can send
 * requests to this port, so: Host must be ours (against rebinding), Origin must be ours, and every
 * call shows the session. The files of the page itself are no secret.
 */
export function judgeRequest(request: GuardedRequest, context: GuardContext): Verdict {
  if (isGivenTwice(request)) return refuse(400, 'a header came twice');
  if (header(request, 'host') !== context.host)
    return refuse(403, 'the Host header names another place');
  if (!isOurOrigin(request, context.host))
    return refuse(403, 'the request comes from another page');
  const url = parse(request.url, context.host);
  if (!url) return refuse(400, 'the address cannot be read');
  return url.pathname.startsWith('/api/') ? judgeApi(request, url, context) : judgeAsset(request);
}

function judgeApi(request: GuardedRequest, url: URL, context: GuardContext): Verdict {
  const name = url.pathname.slice('/api/'.length);
  const bundleId = /^bundles\/([\w-]{1,100})\.zip$/.exec(name)?.[1];
  if (bundleId) {
    if (!context.acceptsTicket(bundleId, url.searchParams.get('ticket'))) return notLetIn();
    return request.method === 'GET' ? { kind: 'bundle', bundleId } : onlyGet();
  }
  if (name !== 'enter' && !context.accepts(header(request, sessionHeader))) return notLetIn();
  if (name === 'events') return request.method === 'GET' ? { kind: 'events' } : onlyGet();
  if (request.method !== 'POST') return refuse(405, 'calls are made with POST');
  // Forms and images of other pages cannot send this type without asking first (CORS preflight).
  const type = header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse(415, 'calls are made in JSON');
  return name === 'enter' ? { kind: 'enter' } : { kind: 'call', method: name };
}

function judgeAsset(request: GuardedRequest): Verdict {
  const reading = request.method === 'GET' || request.method === 'HEAD';
  return reading ? { kind: 'asset' } : refuse(405, 'pages are only read');
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

/** A link on another page may lead to the front page, which shows who we are and does nothing. */
function isTopNavigation(request: GuardedRequest): boolean {
  return (
    request.method === 'GET' &&
    !request.url.startsWith('/api/') &&
    header(request, 'sec-fetch-mode') === 'navigate' &&
    header(request, 'sec-fetch-dest') === 'document'
  );
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
  sessionHeader,
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

function onlyGet(): Refusal {
  return refuse(405, 'this address answers GET only');
}

function notLetIn(): Refusal {
  return { ...refuse(403, 'the session is missing'), code: 'not-let-in' };
}

function refuse(status: Refusal['status'], reason: string): Refusal {
  return { kind: 'refuse', status, code: 'invalid-request', reason };
}
