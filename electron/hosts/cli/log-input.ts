import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { fail, ProblemError } from '../../../shared/problem.ts';

/** A log that can be read piece by piece. */
export type LogInput = {
  /** The file's own name; null where it comes through standard input. */
  name: string | null;
  /** Bytes, where they are known before it is read. */
  size: number | null;
  pieces: AsyncIterable<Uint8Array>;
};

const pieceBytes = 1024 * 1024;

/** Opens a file, or standard input for `-`. Throws `not-found`, `not-a-file`, `permission-denied`. */
export async function openLogInput(
  file: string,
  standardInput: Readable,
  signal: AbortSignal,
): Promise<LogInput> {
  if (file === '-') return { name: null, size: null, pieces: read(standardInput, file, signal) };
  const info = await stat(file).catch((thrown: unknown) => refuse(file, thrown));
  if (info.isDirectory()) fail('not-a-file', { params: { path: file } });
  return {
    name: path.basename(file),
    // A pipe or a device has no size of its own.
    size: info.isFile() ? info.size : null,
    pieces: read(createReadStream(file, { highWaterMark: pieceBytes }), file, signal),
  };
}

async function* read(stream: Readable, file: string, signal: AbortSignal) {
  addAbortSignal(signal, stream);
  try {
    for await (const piece of stream) yield asBytes(piece);
  } catch (thrown) {
    if (signal.aborted) fail('cancelled');
    refuse(file, thrown);
  }
}

function asBytes(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  throw new TypeError('the stream gives text, not bytes');
}

/** The Problem behind an error of the file system. */
export function refuse(file: string, thrown: unknown): never {
  if (thrown instanceof ProblemError) throw thrown;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('not-found', { params: { target: file } });
    case 'EISDIR':
      return fail('not-a-file', { params: { path: file } });
    case 'EACCES':
    case 'EPERM':
      return fail('permission-denied', { params: { path: file } });
    default:
      return fail('input-unreadable', { params: { path: file }, detail: String(thrown) });
  }
}
