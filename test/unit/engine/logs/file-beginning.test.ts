import { describe, expect, it } from 'vitest';
import { createBeginningReader } from '../../../../electron/engine/logs/file-beginning.ts';

const holds = (...pieces: number[][]) => {
  const reader = createBeginningReader();
  for (const piece of pieces) reader.push(Uint8Array.from(piece));
  return reader.holds();
};

describe('what a file holds', () => {
  it.each([
    ['a zip', [0x50, 0x4b, 3, 4, 20], 'zip'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'other'],
    ['a log that speaks of PK', [0x50, 0x4b, 0x3a, 0x20], 'text'],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x54, 0], 'text'],
    ['nothing', [], 'text'],
  ])('%s', (_, bytes, kind) => {
    expect(holds(bytes)).toBe(kind);
    expect(holds(...bytes.map((byte) => [byte]))).toBe(kind);
  });
});
