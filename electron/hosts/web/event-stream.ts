import type { ServerResponse } from 'node:http';
import type { OperationEvent } from '../../../shared/operation.ts';
import { securityHeaders } from '../assets.ts';
import { webLimits } from './limits.ts';

const heartbeatMs = 15_000;
/** A client that reads this far behind is let go; it comes back and asks for the state. */
const mostWaitingBytes = 16 * 1024 * 1024;

export type EventStreams = {
  readonly size: number;
  /** Makes this answer a stream of events until the client leaves; false where too many are open. */
  open(response: ServerResponse): boolean;
  send(event: OperationEvent): void;
  closeAll(): void;
};

/**
 * Server-sent events. `id` is the event's seq, for reading along; a client that was away asks for
 * the whole state, so nothing is repeated here.
 */
export function createEventStreams(onChange: () => void): EventStreams {
  const clients = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const client of clients) client.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    get size() {
      return clients.size;
    },
    open(response) {
      if (clients.size >= webLimits.eventStreams) return false;
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      // Something has to be sent at once, or the browser does not say "open".
      response.write('retry: 1000\n: hello\n\n');
      clients.add(response);
      onChange();
      response.on('close', () => {
        clients.delete(response);
        onChange();
      });
      return true;
    },
    send(event) {
      const text = `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
      for (const client of clients) {
        client.write(text);
        if (client.writableLength > mostWaitingBytes) client.destroy();
      }
    },
    closeAll() {
      clearInterval(heartbeat);
      for (const client of clients) client.end();
    },
  };
}
