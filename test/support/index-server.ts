import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import type { Faults } from './index-faults.ts';
import { normaliseName, type BuiltWheel } from './wheels/wheel.ts';
import { standardCatalogue, type Catalogue } from './wheels/catalogue.ts';

export type { Faults };

export type IndexServer = {
  /** http://127.0.0.1:PORT */
  address: string;
  /** The index that plays the public one: address + /simple/ */
  simpleUrl: string;
  /** To this, /cu124 and the like are appended. */
  torchBaseUrl: string;
  /** Paths asked for, in order, as "GET /simple/torch/". */
  requests: string[];
  /** The parts of files that were asked for, as "/simple/a/a-1.0.whl bytes=100-". */
  ranges: string[];
  /** Bytes of wheels that were sent. */
  sent: () => number;
  /** Replaces all faults; `{}` ends them. */
  setFaults: (faults: Faults) => void;
  add: (index: string, wheel: BuiltWheel) => void;
  /** What a child process needs so that pip and the app use this index and nothing else. */
  environment: () => Record<string, string>;
  close: () => Promise<void>;
};

export type IndexOptions = {
  catalogue?: Catalogue;
  /** Serve METADATA beside each wheel (PEP 658), as the public index does. */
  metadataFiles?: boolean;
  /** Files have an ETag and can be asked for in part, as on every real index. */
  ranges?: boolean;
};

/** Serves wheels as PEP 503 says, on 127.0.0.1 and a free port. */
export async function startIndex(options: IndexOptions = {}): Promise<IndexServer> {
  const catalogue: Catalogue = { ...(options.catalogue ?? standardCatalogue()) };
  const requests: string[] = [];
  const ranges: string[] = [];
  let sent = 0;
  let faults: Faults = {};
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (faults.status) return refuse(response, faults.status);
    if (faults.page !== undefined) return sendText(response, faults.page);
    const { range } = request.headers;
    if (range !== undefined) ranges.push(`${request.url} ${range}`);
    answer(request, response, {
      ...{ catalogue, faults, metadataFiles: options.metadataFiles ?? true },
      ranges: options.ranges ?? false,
      onSent: (bytes) => (sent += bytes),
    });
  });
  const address = `http://127.0.0.1:${await listen(server)}`;
  return {
    address,
    simpleUrl: `${address}/simple/`,
    torchBaseUrl: `${address}/whl`,
    requests,
    ranges,
    sent: () => sent,
    setFaults: (next) => {
      faults = next;
    },
    add: (index, wheel) => {
      catalogue[index] = [...(catalogue[index] ?? []), wheel];
    },
    environment: () => indexEnvironment(`${address}/simple/`, `${address}/whl`),
    close: () => close(server),
  };
}

/** An index address where nothing listens: a port that was free a moment ago. */
export async function unreachableIndex(): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return `http://127.0.0.1:${port}/simple/`;
}

/** pip and the app, pointed at these addresses, whatever the machine's own settings say. */
export function indexEnvironment(simpleUrl: string, torchBaseUrl: string): Record<string, string> {
  return {
    PIP_CONFIG_FILE: devNull,
    PIP_INDEX_URL: simpleUrl,
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    ATTENTION_DOCTOR_TORCH_INDEX: torchBaseUrl,
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
}

type Serving = {
  catalogue: Catalogue;
  faults: Faults;
  metadataFiles: boolean;
  ranges: boolean;
  onSent: (bytes: number) => void;
};

function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): void {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  for (const [index, wheels] of Object.entries(serving.catalogue)) {
    const prefix = `/${index}/`;
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    if (rest === '') return sendPage(response, projectLinks(wheels));
    const [project = '', file = ''] = rest.split('/');
    if (file === '') return sendProject(response, wheels, project, serving);
    return sendFile(request, response, wheels, file, serving);
  }
  refuse(response, 404);
}

function projectLinks(wheels: readonly BuiltWheel[]): string[] {
  const names = new Set(wheels.map((wheel) => normaliseName(wheel.name)));
  return [...names].sort().map((name) => `<a href="${name}/">${name}</a>`);
}

function sendProject(
  response: ServerResponse,
  wheels: readonly BuiltWheel[],
  project: string,
  serving: Serving,
): void {
  const own = wheels.filter((wheel) => normaliseName(wheel.name) === project);
  if (own.length === 0 || serving.faults.missingProjects?.includes(project)) {
    return refuse(response, 404);
  }
  sendPage(
    response,
    own.map((wheel) => fileLink(wheel, serving.metadataFiles)),
  );
}

function fileLink(wheel: BuiltWheel, metadataFiles: boolean): string {
  const hash = createHash('sha256').update(wheel.metadata).digest('hex');
  const metadata =
    metadataFiles && wheel.fileName.endsWith('.whl')
      ? ` data-core-metadata="sha256=${hash}" data-dist-info-metadata="sha256=${hash}"`
      : '';
  const href = `${encodeURIComponent(wheel.fileName)}#sha256=${wheel.sha256}`;
  return `<a href="${href}"${metadata}>${wheel.fileName}</a>`;
}

function sendPage(response: ServerResponse, links: readonly string[]): void {
  sendText(response, `<!DOCTYPE html><html><body>\n${links.join('<br>\n')}\n</body></html>\n`);
}

function sendText(response: ServerResponse, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length });
  response.end(body);
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  wheels: readonly BuiltWheel[],
  file: string,
  serving: Serving,
): void {
  const wanted = file.replace(/\.metadata$/, '');
  const wheel = wheels.find((candidate) => candidate.fileName === wanted);
  if (!wheel || (file !== wanted && !serving.metadataFiles)) return refuse(response, 404);
  const whole = file === wanted ? Buffer.from(wheel.bytes) : Buffer.from(wheel.metadata);
  const etag = `"${wheel.sha256.slice(0, 16)}"`;
  if (serving.ranges && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag });
    return void response.end();
  }
  const from = serving.ranges
    ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    : 0;
  const body = whole.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': body.length,
    ...(serving.ranges ? { etag, 'accept-ranges': 'bytes' } : {}),
    ...(from > 0 ? { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` } : {}),
  });
  if (request.method === 'HEAD') return void response.end();
  if (file !== wanted) return void response.end(body);
  const { onSent, faults } = serving;
  const isFaulty = faults.onlyFile === undefined || faults.onlyFile === wanted;
  sendWithFaults(response, body, isFaulty ? faults : {}, onSent);
}

function sendWithFaults(
  response: ServerResponse,
  body: Buffer,
  faults: Faults,
  onSent: (bytes: number) => void,
): void {
  const end = faults.hangAfterBytes ?? faults.breakAfterBytes ?? body.length;
  const part = body.subarray(0, end);
  onSent(part.length);
  const finish = (): void => {
    if (faults.hangAfterBytes !== undefined && end < body.length) return;
    if (faults.breakAfterBytes !== undefined && end < body.length) return void response.destroy();
    response.end();
  };
  if (!faults.bytesPerSecond) return void response.write(part, finish);
  const chunk = Math.max(1, Math.floor(faults.bytesPerSecond / 20));
  let sent = 0;
  const timer = setInterval(() => {
    response.write(part.subarray(sent, sent + chunk));
    sent += chunk;
    if (sent < part.length) return;
    clearInterval(timer);
    finish();
  }, 50);
  response.on('close', () => clearInterval(timer));
}

function refuse(response: ServerResponse, status: number): void {
  const body = `${status}\n`;
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': body.length });
  response.end(body);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
