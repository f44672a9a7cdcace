import { damaged, type Bytes } from '../library/bytes.ts';

/** Which symbols of a file have a name, by one of its hash tables; and how many have none there. */
export type SymbolIndex = {
  /** The symbols before this one are not in the table: what the file itself wants is among them. */
  firstListed: number;
  /** Numbers of symbols that may have this name. */
  candidates(name: string): Promise<readonly number[]>;
};

const mostWords = 4 * 1024 * 1024;
/** Longer chains were made to keep somebody busy. */
const longestChain = 4096;

/** DT_GNU_HASH, as dl-lookup.c of glibc reads it: a filter, buckets, and chains that end by a bit. */
export async function gnuIndex(bytes: Bytes, place: number): Promise<SymbolIndex> {
  const head = await bytes.at(place, 16);
  const word = (at: number): number => head.readUInt32LE(at);
  const [buckets, firstListed, filterWords, shift] = [word(0), word(4), word(8), word(12)];
  if (buckets === 0 || filterWords === 0 || buckets > mostWords || filterWords > mostWords / 2)
    damaged('hash');
  const filter = await bytes.at(place + 16, filterWords * 8);
  const bucketPlace = place + 16 + filterWords * 8;
  const table = await bytes.at(bucketPlace, buckets * 4);
  const chainPlace = bucketPlace + buckets * 4;

  const mayHave = (hash: number): boolean => {
    const at = (Math.floor(hash / 64) % filterWords) * 8;
    const bits = filter.readBigUInt64LE(at);
    const second = shift > 31 ? 0 : hash >>> shift;
    return ((bits >> BigInt(hash % 64)) & (bits >> BigInt(second % 64)) & 1n) === 1n;
  };

  async function candidates(name: string): Promise<number[]> {
    const hash = gnuHash(name);
    if (!mayHave(hash)) return [];
    const start = table.readUInt32LE((hash % buckets) * 4);
    if (start === 0) return [];
    if (start < firstListed) damaged('hash');
    const found: number[] = [];
    for (let index = start; index < start + longestChain; index++) {
      const link = (await bytes.at(chainPlace + (index - firstListed) * 4, 4)).readUInt32LE(0);
      if ((link | 1) >>> 0 === (hash | 1) >>> 0) found.push(index);
      if (link & 1) return found;
    }
    return damaged('chain');
  }
  return { firstListed, candidates };
}

function gnuHash(name: string): number {
  let hash = 5381;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 33) + name.charCodeAt(at)) >>> 0;
  return hash;
}

/** DT_HASH of the System V ABI, which older tools write; it lists every symbol. */
export async function sysvIndex(bytes: Bytes, place: number): Promise<SymbolIndex> {
  const head = await bytes.at(place, 8);
  const [buckets, symbols] = [head.readUInt32LE(0), head.readUInt32LE(4)];
  if (buckets === 0 || buckets > mostWords || symbols > mostWords) damaged('hash');

  async function candidates(name: string): Promise<number[]> {
    const bucket = place + 8 + (sysvHash(name) % buckets) * 4;
    const found: number[] = [];
    let index = (await bytes.at(bucket, 4)).readUInt32LE(0);
    for (; index !== 0 && found.length < longestChain;) {
      if (index >= symbols) damaged('hash');
      found.push(index);
      index = (await bytes.at(place + 8 + (buckets + index) * 4, 4)).readUInt32LE(0);
    }
    return index === 0 ? found : damaged('chain');
  }
  return { firstListed: symbols, candidates };
}

function sysvHash(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) {
    hash = ((hash << 4) + name.charCodeAt(at)) >>> 0;
    const high = hash & 0xf0000000;
    if (high !== 0) hash ^= high >>> 24;
    hash = (hash & ~high) >>> 0;
  }
  return hash;
}
