import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { problemToTell } from '../../engine/redaction/door.ts';
import type { Engine } from '../../engine/engine.ts';
import { createAssets } from '../assets.ts';
import { createHandlers } from '../handlers.ts';
import { currentPlatform } from '../platform.ts';
import { answerRequest, type WebHost } from './answer-request.ts';
import { watchConnections } from './connections.ts';
import { createEventStreams } from './event-stream.ts';
import { watchIdle } from './idle-watch.ts';
import { webLimits } from './limits.ts';
import { listen } from './listen.ts';
import { createSessionToken } from './session-token.ts';
import { webAbilities } from './web-abilities.ts';
import { sendResult } from './web-response.ts';

export type WebStart = {
  engine: Engine;
  /** The built renderer. */
  assetsFolder: string;
  /** A free one if left out. */
  port?: number;
  /** Milliseconds without a client and without a running operation, until the host stops. */
  idleLimit?: number;
};

export type RunningWeb = {
  /** With the one-time token: opens the wizard in one browser, once. */
  readonly address: string;
  /** Resolves once a browser has been let in. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
  /** Resolves when the host has stopped, by close() or because nobody was there. */
  readonly closed: Promise<void>;
};

const halfAnHour = 30 * 60_000;

/** The wizard for a browser on this machine. The engine is the caller's, who also closes it. */
export async function startWeb(start: WebStart): Promise<RunningWeb> {
  const { engine, idleLimit = halfAnHour } = start;
  const idle = watchIdle(idleLimit, isBusy, () => void close());
  const streams = createEventStreams(() => idle.touch());
  const token = createSessionToken();
  const server = createServer(
    {
      headersTimeout: webLimits.headers,
      requestTimeout: webLimits.request,
      connectionsCheckingInterval: webLimits.looking,
      maxHeaderSize: webLimits.headerBytes,
    },
    (request, response) => void answer(request, response),
  );
  const host: WebHost = {
    engine,
    handlers: createHandlers(engine, webAbilities(currentPlatform(), token)),
    assets: createAssets(start.assetsFolder),
    streams,
    token,
    connections: watchConnections(server),
    // Browsers leave the port of http out.
    name: () => (port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`),
  };
  const closed = new Promise<void>((resolve) => server.on('close', resolve));
  const port = await listen(server, start.port ?? 0).catch((thrown: unknown) => {
    idle.stop();
    streams.closeAll();
    throw thrown;
  });
  const unsubscribe = engine.subscribe((event) => streams.send(event));

  function isBusy(): boolean {
    const operation = engine.session().operation;
    return streams.size > 0 || (operation !== null && operation.outcome === null);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const letIn = await answerRequest(host, request, response);
      // A stranger's knocking does not keep the host alive.
      if (letIn) idle.touch();
    } catch (thrown) {
      engine.noteMistake(thrown);
      if (response.headersSent) response.destroy();
      else sendResult(response, 500, { ok: false, problem: problemToTell(thrown) });
    }
  }

  function close(): Promise<void> {
    idle.stop();
    unsubscribe();
    streams.closeAll();
    server.close();
    server.closeAllConnections();
    return closed;
  }

  const address = `http://127.0.0.1:${port}/?token=${token.oneTime}`;
  return { address, opened: token.redeemed, close, closed };
}
