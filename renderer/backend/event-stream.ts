/** What the wizard uses of a stream of events; tests bring their own. */
export type EventStream = {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  onmessage: ((message: { data: string }) => void) | null;
  close(): void;
};

export type Send = typeof globalThis.fetch;

/** Milliseconds until it is tried again. */
const pause = 1_000;

/**
 * Server-sent events by `fetch`: an EventSource cannot send the header of the session. Opens again by
 * itself, unless the host says that nobody was let in.
 */
export function openEventStream(url: string, send: Send): EventStream {
  const leaving = new AbortController();
  let again: ReturnType<typeof setTimeout> | undefined;
  const stream: EventStream = {
    onopen: null,
    onerror: null,
    onmessage: null,
    close() {
      clearTimeout(again);
      leaving.abort();
    },
  };
  void follow();
  return stream;

  async function follow(): Promise<void> {
    const { welcome } = await read().catch(whereNotOurs);
    if (leaving.signal.aborted) return;
    stream.onerror?.();
    if (welcome) again = setTimeout(() => void follow(), pause);
  }

  /** Until the host ends it. */
  async function read(): Promise<{ welcome: boolean }> {
    const response = await send(url, { signal: leaving.signal });
    if (!response.ok || !response.body) return { welcome: response.status !== 403 };
    stream.onopen?.();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { welcome: true };
      text += decoder.decode(value, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) tell(event);
    }
  }

  function tell(event: string): void {
    const line = event.split('\n').find((each) => each.startsWith('data: '));
    if (line) stream.onmessage?.({ data: line.slice('data: '.length) });
  }
}

/** A line that breaks is a TypeError of fetch, one that we leave an AbortError. */
function whereNotOurs(thrown: unknown): { welcome: boolean } {
  if (thrown instanceof TypeError || thrown instanceof DOMException) return { welcome: true };
  throw thrown;
}
