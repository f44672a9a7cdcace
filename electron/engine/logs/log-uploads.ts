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
  /** Begins one; another that was begun is dropped. `whole`: it is no log, and kept as it is. */
  open(name: string | null, whole?: boolean): string;
  /** Reads the next piece. Answers how many bytes there are now. */
  add(logId: string, offset: number, piece: Uint8Array): number;
  has(logId: string): boolean;
  /** Ends it and hands over what was read. Throws `log-unknown` or `log-empty`. */
  take(logId: string): ReadLog;
  /** The file that was handed over to be kept; null where it is larger than any of its kind. */
  takeWhole(logId: string): Uint8Array | null;
  close(): void;
};

type Upload = {
  id: string;
  name: string | null;
  reader: ReturnType<typeof createLogReader>;
  bytes: number;
  elapsedMs: number;
  whole: boolean;
  /** The pieces of what is wanted whole, or of a zip; null as soon as it is none, or too large. */
  kept: Uint8Array[] | null;
};

/** Bytes: a bundle holds some hundred kilobytes, a picture with its workflow some megabytes. */
const largestKept = 64 * 1024 * 1024;

const tenMinutes = 10 * 60_000;

/**
 * Logs that arrive piece by piece. Each piece is read as it comes and then forgotten, so a log of
 * any size takes no room; what is wanted whole is kept up to a limit. One at a time; one whose next piece does not come is dropped.
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
    open(name, whole = false) {
      const id = newId();
      current = { id, name, whole, reader: createLogReader(), bytes: 0, elapsedMs: 0, kept: [] };
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
      if (!upload.whole) upload.reader.push(piece);
      upload.elapsedMs += performance.now() - begin;
      upload.bytes += piece.length;
      keep(upload, piece);
      wait();
      return upload.bytes;
    },
    has: (logId) => current?.id === logId,
    take(logId) {
      const { name, reader, elapsedMs, kept: zip } = known(logId);
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
    takeWhole(logId) {
      const { kept } = known(logId);
      drop();
      return kept && Buffer.concat(kept);
    },
    close: drop,
  };
}

function keep(upload: Upload, piece: Uint8Array): void {
  const first = upload.kept?.[0] ?? piece;
  const isWanted = upload.whole || first[0] === 0x50; // P of PK
  if (!isWanted || upload.bytes > largestKept) upload.kept = null;
  upload.kept?.push(piece);
}
