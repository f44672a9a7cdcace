const escape = 0x1b;
const bell = 0x07;
const newline = 0x0a;

type Place = 'text' | 'escape' | 'sequence' | 'string' | 'string-escape';

/**
 * Takes terminal escapes (colours, titles, links) out of bytes that come in pieces, so that
 * none in the middle of a message hides it. A line end closes whatever was not closed.
 */
export function createEscapeFilter(onBytes: (bytes: Buffer) => void) {
  let place: Place = 'text';

  return (chunk: Buffer): void => {
    let at = 0;
    while (at < chunk.length) {
      if (place === 'text') {
        const found = chunk.indexOf(escape, at);
        const end = found < 0 ? chunk.length : found;
        if (end > at) onBytes(chunk.subarray(at, end));
        at = end;
      }
      const byte = chunk[at];
      if (byte === undefined) return;
      place = after(place, byte);
      // The line end that closes an escape is text itself.
      if (byte !== newline) at += 1;
    }
  };
}

function after(place: Place, byte: number): Place {
  if (byte === newline) return 'text';
  switch (place) {
    case 'text':
      return byte === escape ? 'escape' : 'text';
    case 'escape':
      if (byte === 0x5b) return 'sequence';
      // Operating system command, device control, application command, privacy message.
      if (byte === 0x5d || byte === 0x50 || byte === 0x5f || byte === 0x5e) return 'string';
      return byte >= 0x20 && byte <= 0x2f ? 'escape' : 'text';
    case 'sequence':
      return byte >= 0x40 && byte <= 0x7e ? 'text' : 'sequence';
    case 'string':
      if (byte === bell) return 'text';
      return byte === escape ? 'string-escape' : 'string';
    case 'string-escape':
      return byte === 0x5c ? 'text' : 'string';
  }
}
