import { damaged } from '../library/bytes.ts';
import type { PeImage } from './image.ts';

type PeExports = {
  gives(symbol: string): Promise<boolean>;
  givesOrdinal(ordinal: number): boolean;
};

/** Ordinals have 16 bits, so there are no more. */
const mostExports = 65_536;

/**
 * The export directory. Its names are in order, so one is found by halving; none is read that
 * nobody asks for.
 */
export async function exportsOf(image: PeImage): Promise<PeExports> {
  const found = image.directory(0);
  if (!found) return { gives: () => Promise.resolve(false), givesOrdinal: () => false };
  const { bytes } = image;
  const record = await bytes.at(image.place(found.address), 40);
  const base = record.readUInt32LE(16);
  const functions = record.readUInt32LE(20);
  const count = record.readUInt32LE(24);
  if (count > mostExports || functions > mostExports) damaged('exports');
  const names =
    count === 0 ? Buffer.alloc(0) : await bytes.at(image.place(record.readUInt32LE(32)), count * 4);

  async function gives(symbol: string): Promise<boolean> {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const name = await bytes.text(image.place(names.readUInt32LE(middle * 4)));
      if (name === symbol) return true;
      if (name < symbol) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }
  return { gives, givesOrdinal: (ordinal) => ordinal >= base && ordinal < base + functions };
}
