import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';

/** Bytes of one message: what ComfyUI tells of its progress is short, previews are not for us. */
const longest = 1024 * 1024;

/**
 * Listens to the text messages of a WebSocket on this machine until `signal` fires or the other
 * side ends it; nothing is sent. Answers once it is open, false where nobody opens. Our own,
 * because the oldest Electron brings none. Source: RFC 6455.
 */
export function listenLocally(
  url: string,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url.replace(/^ws:/, 'http:'), {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      },
      signal,
      timeout: 5000,
    });
    const no = (): void => resolve(false);
    asked.on('timeout', () => asked.destroy());
    asked.on('error', no);
    asked.on('response', (answer) => {
      answer.resume();
      no();
    });
    asked.on('upgrade', (_answer, socket, head) => {
      signal.addEventListener('abort', () => socket.destroy());
      // It ends with the program behind it: what was told until then counts.
      socket.on('error', () => socket.destroy());
      readFrames(socket, head, onText);
      resolve(true);
    });
    asked.end();
  });
}

function readFrames(socket: Duplex, head: Buffer, onText: (text: string) => void): void {
  let waiting = head;
  let parts: Buffer[] = [];
  let isText = false;
  const take = (): void => {
    for (let frame = frameAt(waiting); frame !== null; frame = frameAt(waiting)) {
      if (frame.end > longest) {
        socket.destroy();
        return;
      }
      waiting = waiting.subarray(frame.end);
      if (frame.opcode === 8) socket.end();
      if (frame.opcode > 2) continue;
      // 0 goes on with what began before.
      if (frame.opcode !== 0) {
        parts = [];
        isText = frame.opcode === 1;
      }
      parts.push(frame.payload);
      if (frame.isLast && isText) onText(Buffer.concat(parts).toString('utf8'));
    }
  };
  take();
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    // A message that never ends is none of ComfyUI's.
    if (waiting.length > 2 * longest) socket.destroy();
    else take();
  });
}

type Frame = { opcode: number; isLast: boolean; payload: Buffer; end: number };

/** The frame at the beginning; null where it is not whole yet. A server never masks. */
function frameAt(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const first = bytes.readUInt8(0);
  const short = bytes.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start) return null;
  const length =
    short === 126
      ? bytes.readUInt16BE(2)
      : short === 127
        ? Number(bytes.readBigUInt64BE(2))
        : short;
  const end = start + length;
  if (bytes.length < end && end <= longest) return null;
  const payload = bytes.subarray(start, end);
  return { opcode: first & 0x0f, isLast: (first & 0x80) !== 0, payload, end };
}
