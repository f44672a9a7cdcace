const sample = 1024;
const slice = 64 * 1024;

type Encoding = 'bytes' | 'utf-16le' | 'utf-16be';

/**
 * Hands on a log's bytes so that ASCII in it reads as ASCII: UTF-16, with or without its
 * mark, becomes UTF-8; any other encoding stays as it is, as anchors are ASCII.
 */
export function createEncodingReader(onBytes: (bytes: Buffer) => void) {
  let head: Buffer | null = Buffer.alloc(0);
  let handOn = onBytes;

  function begin(bytes: Buffer): void {
    head = null;
    const { encoding, mark } = encodingOf(bytes);
    handOn = encoding === 'bytes' ? withoutZeros(onBytes) : transcoded(encoding, onBytes);
    handOn(bytes.subarray(mark));
  }

  return {
    push(chunk: Uint8Array): void {
      if (!head) {
        handOn(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
        return;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length >= sample) begin(head);
    },
    end(): void {
      if (head) begin(head);
    },
  };
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'bytes', mark: 3 };
  const start = bytes.subarray(0, sample);
  const even = start.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const odd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  // Even a Chinese log has spaces, digits and line ends, whose high byte is zero.
  const enough = start.length / 16;
  if (odd > enough && odd > 8 * even) return { encoding: 'utf-16le', mark: 0 };
  if (even > enough && even > 8 * odd) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'bytes', mark: 0 };
}

function transcoded(encoding: Encoding, onBytes: (bytes: Buffer) => void) {
  const decoder = new TextDecoder(encoding);
  return (chunk: Buffer): void => {
    for (let start = 0; start < chunk.length; start += slice) {
      const text = decoder.decode(chunk.subarray(start, start + slice), { stream: true });
      onBytes(Buffer.from(text, 'utf8'));
    }
  };
}

/** PowerShell's >> puts UTF-16 behind whatever a file has: without zeros its ASCII is readable. */
function withoutZeros(onBytes: (bytes: Buffer) => void) {
  return (chunk: Buffer): void => {
    if (!chunk.includes(0)) {
      onBytes(chunk);
      return;
    }
    onBytes(Buffer.from(chunk.filter((byte) => byte !== 0)));
  };
}
