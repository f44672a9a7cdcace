import { decodeBytes } from '../machine/line-reader.ts';
import { cleanLine, excerpt } from './clean-line.ts';

const enough = 4 * 1024;

/** The first line with something in it: what a text that says nothing known looks like. */
export function createFirstLineReader() {
  let head = Buffer.alloc(0);
  return {
    push(chunk: Uint8Array): void {
      if (head.length >= enough) return;
      const from = head.length > 0 ? 0 : chunk.findIndex((byte) => byte > 0x20);
      if (from >= 0) head = Buffer.concat([head, chunk.subarray(from, from + enough)]);
    },
    firstLine(): string | null {
      const lines = decodeBytes(head).split(/[\r\n]+/);
      const line = lines.map(cleanLine).find((text) => text.trim() !== '');
      return line === undefined ? null : excerpt(line, 0);
    },
  };
}
