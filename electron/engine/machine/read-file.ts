import { close, constants, fstat, open, read } from 'node:fs';
import { createHash } from 'node:crypto';
import { fail, ProblemError } from '../../../shared/problem.ts';
import type { OpenFile } from './open-file.ts';
import { patiently, type Patience } from './patience.ts';

export type ReadOptions = Patience & {
  /** Most bytes; a larger file is the Problem `file-too-large`, never a cut one. 16 MiB by default. */
  limit?: number;
  /** Of a larger file the last `limit` bytes are wanted, as of a log. */
  onlyEnd?: boolean;
};

const mebibyte = 1024 * 1024;
/** The longest lists that are read in plenty, torch's RECORD, have 3 MB. */
const usualLimit = 16 * mebibyte;
const pieceBytes = 64 * 1024;

// Opening a pipe without an other end waits for one, unless it is told not to; a terminal must not
// become ours. Windows has neither flag (undefined is no bit), nor pipes among the names of a folder.
const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * The content of an ordinary file. null for what is there but is none: a pipe, a socket, a device
 * or a file of the system that waits for news. Throws errors of node:fs and `file-too-large`.
 */
export async function readWhole(
  file: string,
  { limit = usualLimit, onlyEnd = false }: ReadOptions = {},
): Promise<Buffer | null> {
  const opened = await openOrdinary(file);
  if (!opened) return null;
  const { handle, size } = opened;
  try {
    if (size <= limit) return await readToEnd(file, handle, size, limit);
    return onlyEnd ? await readFrom(handle, size - limit, limit) : tooLarge(file, limit);
  } catch (error) {
    // Some files of /proc and /sys are ordinary by name and never end: reading waits for news.
    if (codeOf(error) === 'EAGAIN') return null;
    throw error;
  } finally {
    await closed(handle);
  }
}

/** An ordinary file, to be read in parts; null as readWhole. Throws errors of node:fs. */
export async function openParts(file: string, patience: Patience = {}): Promise<OpenFile | null> {
  const opened = await openOrdinary(file);
  if (!opened) return null;
  const { handle, size } = opened;
  return {
    bytes: size,
    read: (from, length) => {
      if (length > usualLimit) return Promise.reject(problemTooLarge(file, usualLimit));
      return patiently(file, patience, () => readFrom(handle, from, length));
    },
    close: () => closed(handle),
  };
}

/** SHA-256 of an ordinary file of any size. Throws `no-ordinary-file` and errors of node:fs. */
export async function hashWhole(file: string, patience: Patience = {}): Promise<string> {
  const opened = await patiently(file, patience, () => openOrdinary(file));
  if (!opened) return fail('no-ordinary-file', { params: { path: file } });
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(mebibyte);
  try {
    for (;;) {
      // The time is that of one piece: a whole wheel may have gigabytes.
      const bytes = await patiently(file, patience, () => readPiece(opened.handle, piece, 0));
      if (bytes === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytes));
    }
  } finally {
    await closed(opened.handle);
  }
}

/** One reading more than fits tells that a file is longer than it said (/proc) or grew meanwhile. */
async function readToEnd(
  file: string,
  handle: number,
  size: number,
  limit: number,
): Promise<Buffer> {
  let buffer = Buffer.allocUnsafe(size === 0 ? pieceBytes : size + 1);
  let length = 0;
  for (;;) {
    const bytes = await readPiece(handle, buffer, length);
    length += bytes;
    if (length > limit) tooLarge(file, limit);
    if (bytes === 0 || length === size) return buffer.subarray(0, length);
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(buffer.length * 2, limit + 1));
    }
  }
}

/** As many bytes from this place on as there are, up to `limit`. */
async function readFrom(handle: number, from: number, limit: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(limit);
  let length = 0;
  while (length < limit) {
    const bytes = await readPiece(handle, buffer, length, from + length);
    if (bytes === 0) break;
    length += bytes;
  }
  return buffer.subarray(0, length);
}

/** By handle, so that what was looked at is what is read. null: no ordinary file. */
function openOrdinary(file: string): Promise<{ handle: number; size: number } | null> {
  return new Promise((resolve, reject) => {
    open(file, flags, (refused, handle) => {
      if (refused) {
        // ENXIO: a socket, or a device that is not connected.
        if (refused.code === 'ENXIO' || refused.code === 'EOPNOTSUPP') resolve(null);
        else reject(refused);
        return;
      }
      fstat(handle, (failed, stats) => {
        if (!failed && stats.isFile()) resolve({ handle, size: stats.size });
        else close(handle, () => (failed ? reject(failed) : resolve(null)));
      });
    });
  });
}

function readPiece(
  handle: number,
  into: Buffer,
  at: number,
  from: number | null = null,
): Promise<number> {
  return new Promise((resolve, reject) => {
    read(handle, into, at, into.length - at, from, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    );
  });
}

function closed(handle: number): Promise<void> {
  return new Promise((resolve) => close(handle, () => resolve()));
}

function tooLarge(file: string, limit: number): never {
  throw problemTooLarge(file, limit);
}

function problemTooLarge(file: string, limit: number): ProblemError {
  const params = { path: file, limit: Math.round(limit / mebibyte) };
  return new ProblemError({ code: 'file-too-large', params });
}

/** The name of an error of node:fs, as ENOENT. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
