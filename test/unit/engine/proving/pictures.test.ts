import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  looksLike,
  similarity,
} from '../../../../electron/engine/proving/workflow/compare-pictures.ts';
import { decodePng, textInPng } from '../../../../electron/engine/proving/workflow/png.ts';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
type Shape = { width: number; height: number; depth?: number; colour?: number; interlace?: number };
function png({ width, height, depth = 8, colour = 2, interlace = 0 }: Shape, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('tEXt', Buffer.from('prompt\0{"a":1}', 'latin1')),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
  ]);
}
const light = (bytes: Buffer): number[] | null => {
  const picture = decodePng(bytes);
  return picture && [...picture.light];
};

describe('reading a PNG', () => {
  it.each([
    ['none', [0, 10, 20, 30, 0, 40, 50, 60]],
    ['left', [1, 10, 10, 10, 1, 40, 10, 10]],
    ['up', [0, 10, 20, 30, 2, 30, 30, 30]],
    ['average', [0, 10, 20, 30, 3, 35, 20, 20]],
    ['Paeth', [0, 10, 20, 30, 4, 30, 10, 10]],
  ])('undoes the filter %s', (_, rows) => {
    expect(light(png({ width: 3, height: 2, colour: 0 }, Buffer.from(rows)))).toEqual([
      10, 20, 30, 40, 50, 60,
    ]);
  });

  it('weighs the colours, leaves transparency out, and takes 16 bits', () => {
    const one = { width: 1, height: 1 };
    expect(light(png(one, Buffer.from([0, 255, 0, 0])))).toEqual([76]);
    expect(light(png({ ...one, colour: 6 }, Buffer.from([0, 0, 255, 0, 7])))).toEqual([149]);
    expect(light(png({ ...one, colour: 4 }, Buffer.from([0, 90, 7])))).toEqual([90]);
    expect(light(png({ ...one, colour: 0, depth: 16 }, Buffer.from([0, 90, 255])))).toEqual([90]);
  });

  it('finds what a picture carries, in either kind of text', () => {
    const plain = png({ width: 1, height: 1 }, Buffer.from([0, 0, 0, 0]));
    expect(textInPng(plain, 'prompt')).toBe('{"a":1}');
    expect(textInPng(plain, 'workflow')).toBeNull();
    const international = Buffer.concat([
      plain.subarray(0, 8),
      chunk('iTXt', Buffer.from('prompt\0\0\0zh\0提示\0{"猫":1}')),
    ]);
    expect(textInPng(international, 'prompt')).toBe('{"猫":1}');
  });

  it('is null for what is damaged, interlaced, or too large to be true', () => {
    const rows = Buffer.from([0, 1, 2, 3]);
    expect(light(png({ width: 1, height: 2 }, rows))).toBeNull();
    expect(light(png({ width: 1, height: 1, interlace: 1 }, rows))).toBeNull();
    expect(light(png({ width: 60_000, height: 60_000 }, rows))).toBeNull();
    expect(light(png({ width: 1, height: 1, colour: 3 }, rows))).toBeNull();
    const good = png({ width: 1, height: 1 }, rows);
    expect(light(good.subarray(0, -8))).toBeNull();
    expect(light(good.fill(0x55, good.length - 10, good.length - 6))).toBeNull();
  });

  it('never throws, whatever the bytes are', () => {
    const good = png({ width: 4, height: 4 }, Buffer.alloc(52, 3));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const bad = Buffer.from(good);
        bad[at] = value;
        decodePng(bad);
        textInPng(bad, 'prompt');
      }),
      { numRuns: 300 },
    );
  });
});

const drawn = (value: (x: number, y: number) => number) => ({
  width: 64,
  height: 64,
  light: Uint8Array.from({ length: 64 * 64 }, (_, at) => value(at % 64, Math.floor(at / 64))),
});
const noise = (seed: number) => (x: number, y: number) =>
  (Math.imul(x * 7919 + y * 104_729 + seed, 2_654_435_761) >>> 13) % 256;
const scene = (x: number, y: number) => 128 + 100 * Math.sin(x / 9) * Math.cos(y / 7);

describe('what a picture looks like', () => {
  it.each([
    ['black', () => 0],
    ['black', (x: number) => (x === 3 ? 2 : 0)],
    ['noise', noise(1)],
    ['picture', scene],
    ['picture', () => 90],
    ['picture', (x: number, y: number) => scene(x, y) + noise(1)(x, y) / 8],
  ] as const)('is %s', (expected, value) => {
    expect(looksLike(drawn(value))).toBe(expected);
  });
});

describe('how alike two pictures are', () => {
  it('is 1 for the same, near it for nearly the same, and little for another', () => {
    const one = drawn(scene);
    expect(similarity(one, one)).toBe(1);
    const nearly = similarity(
      one,
      drawn((x, y) => scene(x, y) + (noise(2)(x, y) % 5)),
    );
    expect(nearly).toBeGreaterThan(0.9);
    expect(nearly).toBeLessThan(1);
    expect(similarity(one, drawn(noise(1)))).toBeLessThan(0.2);
    expect(
      similarity(
        one,
        drawn(() => 0),
      ),
    ).toBeLessThan(0.2);
  });

  it('is not known where the sizes differ', () => {
    expect(similarity(drawn(scene), { ...drawn(scene), width: 32, height: 128 })).toBeNull();
  });
});
