import type { Automaton } from './automaton.ts';

/** How much of a line is looked at on either side of an anchor; most lines are far shorter. */
export const sight = 4 * 1024;
const blockSize = 256 * 1024;
const newline = 0x0a;

/** An anchor was found. `bytes` is only valid during the call. */
export type Hit = {
  bytes: Buffer;
  /** Of the anchor's last byte in `bytes`. */
  at: number;
  /** What has to be added to a place in `bytes` to get the place in the log. */
  offset: number;
  line: number;
  anchors: readonly number[];
};

/**
 * Runs the automaton over bytes that come in pieces, in one buffer that is used again and
 * again. Bytes are run over as soon as their line is there to its end, or as far as one can
 * see; so a line of any length costs no more memory than a short one.
 */
export function createByteScanner(automaton: Automaton, onHit: (hit: Hit) => void) {
  const room = Buffer.allocUnsafe(blockSize + 2 * sight);
  let filled = 0;
  let scanned = 0;
  let offset = 0;
  let state = 0;
  let lineEnds = 0;

  function run(to: number): void {
    const { table, column, lineEnd, endingAt } = automaton;
    const bytes = room.subarray(0, filled);
    let now = state;
    for (let at = scanned; at < to; at += 1) {
      now = table[now | (column[room[at] ?? 0] ?? 0)] ?? 0;
      if (now < lineEnd) continue;
      if (now === lineEnd) lineEnds += 1;
      else onHit({ bytes, at, offset, line: lineEnds + 1, anchors: endingAt.get(now) ?? [] });
    }
    state = now;
    scanned = to;
  }

  function makeRoom(): void {
    const wholeLines = room.lastIndexOf(newline, filled - 1) + 1;
    run(Math.max(scanned, wholeLines, filled - sight));
    const lineStart = scanned === 0 ? 0 : room.lastIndexOf(newline, scanned - 1) + 1;
    const keep = Math.max(lineStart, scanned - sight);
    room.copyWithin(0, keep, filled);
    filled -= keep;
    scanned -= keep;
    offset += keep;
  }

  return {
    push(chunk: Uint8Array): void {
      for (let taken = 0; taken < chunk.length;) {
        const piece = chunk.subarray(taken, taken + room.length - filled);
        room.set(piece, filled);
        filled += piece.length;
        taken += piece.length;
        if (filled === room.length) makeRoom();
      }
    },
    /** The number of lines, as an editor counts them. */
    end(): number {
      run(filled);
      return lineEnds + (offset + filled > 0 && room[filled - 1] !== newline ? 1 : 0);
    },
  };
}
