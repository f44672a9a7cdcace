import { WebSocket } from 'ws';

/** Bytes of one message: what ComfyUI tells of its progress is short, previews are not for us. */
const longest = 1024 * 1024;

/**
 * Listens to the text messages of a WebSocket on this machine until `signal` fires or the other
 * side ends it; nothing is sent. Answers once it is open, false where nobody opens.
 */
export function listenLocally(
  url: string,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const socket = new WebSocket(url, { handshakeTimeout: 5000, maxPayload: longest });
    const end = (): void => socket.terminate();
    signal.addEventListener('abort', end);
    socket.on('open', () => resolve(true));
    // It ends with the program behind it: what was told until then counts.
    socket.on('error', end);
    socket.on('close', () => {
      signal.removeEventListener('abort', end);
      resolve(false);
    });
    socket.on('message', (data, isBinary) => {
      if (!isBinary && Buffer.isBuffer(data)) onText(data.toString('utf8'));
    });
  });
}
