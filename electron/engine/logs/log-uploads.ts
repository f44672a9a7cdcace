import { fail } from '../../../shared/problem.ts';
import type { LogReading } from './log-reading.ts';
import { createLogReader } from './read-log.ts';

/** A log that was read through to its end. */
export type ReadLog = {
  name: string | null;
  reading: LogReading;
  elapsedMs: number;
  /** The whole file, where it is a zip: no log, but perhaps a bundle of ours. */
  zip: Uint8Array | null;
};

export type LogUploads = {
  /** Begins one; another that was begun is dropped. */
  open(name: string | null): string;
  /** Reads the next piece. Answers how many bytes there are now. */
  add(logId: string, offset: number, piece: Uint8Array): number;
  has(logId: string): boolean;
  /** Ends it and hands over what was read. Throws `log-unknown` or `log-empty`. */
  take(logId: string): ReadLog;
  close(): void;
};

type Upload = {
  id: string;
  name: string | null;
  reader: ReturnType<typeof createLogReader>;
  bytes: number;
  elapsedMs: number;
  /** The pieces of a zip; null as soon as it is known to be none, or too large for a bundle. */
  zip: Uint8Array[] | null;
};

/** A bundle holds some hundred kilobytes, and a long log at most a few megabytes. */
const largestBundle = 64 * 1024 * 1024;

const tenMinutes = 10 * 60_000;

/**
 * Logs that arrive piece by piece. Each piece is read as it comes and then forgotten, so a log of
 * any size takes no room. One at a time; one whose next piece does not come is dropped.
 */
export function createLogUploads(newId: () => string, patience = tenMinutes): LogUploads {
  let current: Upload | null = null;
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(drop, patience);
    timer.unref();
  }
  function drop(): void {
    clearTimeout(timer);
    current = null;
  }
  function known(logId: string): Upload {
    return current?.id === logId ? current : fail('log-unknown');
  }

  return {
    open(name) {
      const id = newId();
      current = { id, name, reader: createLogReader(), bytes: 0, elapsedMs: 0, zip: [] };
      wait();
      return id;
    },
    add(logId, offset, piece) {
      const upload = known(logId);
      if (offset !== upload.bytes) {
        const reason = `offset: ${upload.bytes} comes next, not ${offset}`;
        fail('invalid-request', { params: { reason } });
      }
      const begin = performance.now();
      upload.reader.push(piece);
      upload.elapsedMs += performance.now() - begin;
      upload.bytes += piece.length;
      keepIfZip(upload, piece);
      wait();
      return upload.bytes;
    },
    has: (logId) => current?.id === logId,
    take(logId) {
      const { name, reader, elapsedMs, zip } = known(logId);
      drop();
      const begin = performance.now();
      const reading = reader.end();
      const isZip = reading.holds === 'zip' && zip !== null;
      if (!isZip && reading.holds !== 'text') fail('not-a-text');
      if (!isZip && reading.firstLine === null) fail('log-empty');
      return {
        name,
        reading,
        elapsedMs: elapsedMs + performance.now() - begin,
        zip: isZip ? Buffer.concat(zip) : null,
      };
    },
    close: drop,
  };
}

function keepIfZip(upload: Upload, piece: Uint8Array): void {
  const first = upload.zip?.[0] ?? piece;
  const mayBe = first[0] === 0x50 && upload.bytes <= largestBundle; // P of PK
  upload.zip = mayBe && upload.zip !== null ? [...upload.zip, piece] : null;
}
