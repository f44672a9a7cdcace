import { bytesOf, type Bytes } from '../../../electron/engine/loader/library/bytes.ts';

/** A file that lies in memory, read as one on the disk. */
export function bytesIn(content: Uint8Array): Bytes {
  return bytesOf({
    bytes: content.length,
    read: (from, length) => Promise.resolve(content.subarray(from, from + length)),
    close: () => Promise.resolve(),
  });
}
