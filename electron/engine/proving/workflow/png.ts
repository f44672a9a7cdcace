import { inflateSync } from 'node:zlib';
import { ifUnanswered } from '../../machine/unanswered.ts';

/** Brightness, row by row, 0 to 255. */
export type Picture = { width: number; height: number; light: Uint8Array };

const signature = '89504e470d0a1a0a';
/** Numbers of one pixel, by its colour type: grey, RGB, grey and RGB with transparency. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };
/** Pixels: a picture of 8192 × 8192. */
const mostPixels = 67_108_864;

type Chunk = { type: string; data: Buffer };

/** The chunks of a PNG; null where it is none. What is cut off at the end is left out. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).toString('hex') !== signature) return null;
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= buffer.length) {
    const length = buffer.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > buffer.length) break;
    chunks.push({
      type: buffer.toString('latin1', at + 4, at + 8),
      data: buffer.subarray(at + 8, end),
    });
    at = end + 4;
  }
  return chunks;
}

/**
 * The text that a PNG carries under this word; null where there is none. ComfyUI writes the
 * workflow that made a picture as `prompt` (nodes.py, SaveImage). Pure.
 */
export function textInPng(bytes: Uint8Array, word: string): string | null {
  for (const { type, data } of chunksOf(bytes) ?? []) {
    const end = data.indexOf(0);
    if (end < 0 || data.toString('latin1', 0, end) !== word) continue;
    if (type === 'tEXt') return data.toString('latin1', end + 1);
    // iTXt: whether it is compressed, how, its language and the word in it, then UTF-8.
    if (type === 'iTXt' && data[end + 1] === 0) {
      const afterLanguage = data.indexOf(0, end + 3);
      const begin = data.indexOf(0, afterLanguage + 1);
      if (afterLanguage > 0 && begin > 0) return data.toString('utf8', begin + 1);
    }
  }
  return null;
}

/**
 * The brightness of a PNG as ComfyUI writes it: 8 or 16 bits, not interlaced. null for any other,
 * and for what is damaged. Pure.
 */
export function decodePng(bytes: Uint8Array): Picture | null {
  const chunks = chunksOf(bytes);
  const header = chunks?.find((each) => each.type === 'IHDR')?.data;
  if (!chunks || !header || header.length < 13) return null;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = header.readUInt8(8);
  const channels = channelsOf[header.readUInt8(9)];
  if (channels === undefined || (depth !== 8 && depth !== 16) || header.readUInt8(12) !== 0)
    return null;
  if (width === 0 || height === 0 || width * height > mostPixels) return null;
  const step = (channels * depth) / 8;
  const rowBytes = width * step;
  const packed = Buffer.concat(
    chunks.filter((each) => each.type === 'IDAT').map((each) => each.data),
  );
  const raw = inflated(packed, (rowBytes + 1) * height);
  if (raw === null) return null;
  const light = new Uint8Array(width * height);
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y += 1) {
    const start = y * (rowBytes + 1);
    const row = unfiltered(
      raw.subarray(start + 1, start + 1 + rowBytes),
      raw[start] ?? 0,
      above,
      step,
    );
    for (let x = 0; x < width; x += 1) {
      // Of 16 bits the first eight; grey is all three at once.
      const value = (channel: number): number => row[x * step + (channel * depth) / 8] ?? 0;
      light[y * width + x] =
        channels < 3 ? value(0) : 0.299 * value(0) + 0.587 * value(1) + 0.114 * value(2);
    }
    above = row;
  }
  return { width, height, light };
}

function inflated(packed: Buffer, expected: number): Buffer | null {
  try {
    const raw = inflateSync(packed, { maxOutputLength: expected });
    return raw.length === expected ? raw : null;
  } catch (thrown) {
    // A damaged file is nothing that went wrong with us.
    if (thrown instanceof Error && 'code' in thrown) return null;
    return ifUnanswered(null)(thrown);
  }
}

/** One row without its filter. Source: PNG specification, section 9. */
function unfiltered(row: Uint8Array, filter: number, above: Uint8Array, step: number): Uint8Array {
  const out = new Uint8Array(row.length);
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= step ? (out[at - step] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at >= step ? (above[at - step] ?? 0) : 0;
    out[at] = (row[at] ?? 0) + predicted(filter, left, up, corner);
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}
