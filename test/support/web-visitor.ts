import type { EventStream } from '../../renderer/backend/http-backend.ts';

/** A browser, as far as the web host can tell: keeps the cookie, sends Origin, reads streams. */
export type WebVisitor = {
  readonly origin: string;
  readonly cookie: string;
  fetch: typeof globalThis.fetch;
  openStream: (url: string) => EventStream;
};

/** Opens the one-time address, as a browser would. */
export async function visit(address: string): Promise<WebVisitor> {
  const { origin } = new URL(address);
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (entered.status !== 303 || !cookie) throw new Error(`not let in: HTTP ${entered.status}`);

  const fetchAsBrowser: typeof globalThis.fetch = (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    if (init.method === 'POST') headers.set('origin', origin);
    return fetch(input, { ...init, headers });
  };
  return {
    origin,
    cookie,
    fetch: fetchAsBrowser,
    openStream: (url) => readStream(url, fetchAsBrowser),
  };
}

/** As much of an EventSource as the renderer uses; Node has none. It does not try again. */
function readStream(url: string, send: typeof globalThis.fetch): EventStream {
  const controller = new AbortController();
  const stream: EventStream = {
    onopen: null,
    onerror: null,
    onmessage: null,
    close: () => controller.abort(),
  };
  void read().catch(() => stream.onerror?.());
  return stream;

  async function read(): Promise<void> {
    const response = await send(url, { signal: controller.signal });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    stream.onopen?.();
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = text
          .slice(0, end)
          .split('\n')
          .find((line) => line.startsWith('data: '));
        text = text.slice(end + 2);
        if (data) stream.onmessage?.({ data: data.slice('data: '.length) });
      }
    }
    throw new Error('the host closed the stream');
  }
}
