import type { OpenFile } from '../../machine/open-file.ts';

/**
 * A file that is not what it says. Thrown by the readers of this room alone and caught at its
 * door (`shelf.ts`), where it becomes "unknown": nobody outside ever sees it.
 */
export class DamagedFile extends Error {}

export function damaged(what: string): never {
  throw new DamagedFile(what);
}

/** Bytes of a file by their place; whatever lies outside of it is damage. */
export type Bytes = {
  readonly size: number;
  /** Exactly `length` bytes. */
  at(from: number, length: number): Promise<Buffer>;
  /** Text that ends with a zero byte; damage where none comes in time. */
  text(from: number): Promise<string>;
};

const pageBytes = 64 * 1024;
/** 8 MiB of a file are kept at most, whatever its size. */
const mostPages = 128;
/** The largest table that is read at once. */
const mostAtOnce = 16 * 1024 * 1024;
/** Names of C++ functions are long; 20 kB were seen. */
const longestText = 64 * 1024;
/** Of one file: many names may be one long text, and each would be kept. */
const mostText = 64 * 1024 * 1024;

/** The pages of a file as they are asked for, the last ones kept. */
export function bytesOf(file: OpenFile): Bytes {
  const pages = new Map<number, Promise<Uint8Array>>();
  let told = 0;

  function page(index: number): Promise<Uint8Array> {
    const known = pages.get(index);
    if (known) return known;
    const [oldest] = pages.keys();
    if (pages.size >= mostPages && oldest !== undefined) pages.delete(oldest);
    const read = file.read(index * pageBytes, pageBytes);
    pages.set(index, read);
    return read;
  }

  async function at(from: number, length: number): Promise<Buffer> {
    if (!Number.isSafeInteger(from) || from < 0 || length < 0) damaged('place');
    if (length > mostAtOnce || from + length > file.bytes) damaged('length');
    const first = Math.floor(from / pageBytes);
    const last = Math.floor((from + length - 1) / pageBytes);
    const inside = from - first * pageBytes;
    const pieces =
      first === last
        ? (await page(first)).subarray(inside, inside + length)
        : await file.read(from, length);
    // Shortened while it was read.
    if (pieces.length < length) damaged('length');
    return Buffer.from(pieces.buffer, pieces.byteOffset, length);
  }

  async function text(from: number): Promise<string> {
    if (!Number.isSafeInteger(from) || from < 0) damaged('place');
    for (let length = 256; length <= longestText; length *= 16) {
      const bytes = await at(from, Math.min(length, Math.max(0, file.bytes - from)));
      const end = bytes.indexOf(0);
      if (end === -1) continue;
      told += end;
      return told <= mostText ? bytes.toString('latin1', 0, end) : damaged('text');
    }
    return damaged('text');
  }

  return { size: file.bytes, at, text };
}

/** A number of 64 bits; what no file can be as large as is damage. */
export function large(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : damaged('number');
}
