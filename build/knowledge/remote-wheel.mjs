import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { fromRoot } from '../paths.mjs';

/** A wheel that was published never changes, so what was read of one is kept. */
const cache = fromRoot('node_modules/.cache/knowledge');
/** The list of files stands at the end: 1.5 MB of it in the largest wheels of torch. */
const tailBytes = 3 * 1024 * 1024;
const mostText = 8 * 1024 * 1024;

/**
 * The files of a wheel whose names match, read where it lies: its list, and of the rest only these.
 * @param {{ url: string, size: number }} wheel
 * @param {Readonly<Record<string, RegExp>>} wanted
 * @returns {Promise<Record<string, string | null>>} their texts by the names of `wanted`; null where there is none
 */
export async function readWheel({ url, size }, wanted) {
  const key = JSON.stringify([new URL(url).pathname, Object.entries(wanted).map(String)]);
  const kept = path.join(
    cache,
    `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`,
  );
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const found = await readParts(new RangeReader(url, size, await tailOf(url, size)), size, wanted);
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, JSON.stringify(found));
  return found;
}

/**
 * @param {RangeReader} reader @param {number} size @param {Readonly<Record<string, RegExp>>} wanted
 * @returns {Promise<Record<string, string | null>>}
 */
async function readParts(reader, size, wanted) {
  const zip = await yauzl.fromRandomAccessReaderPromise(reader, size);
  /** @type {Record<string, string | null>} */
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, null]));
  for await (const entry of zip.eachEntry()) {
    const [name] = Object.entries(wanted).find(([, pattern]) => pattern.test(entry.fileName)) ?? [];
    if (name === undefined || found[name] !== null || entry.uncompressedSize > mostText) continue;
    found[name] = await text(await zip.openReadStreamPromise(entry));
  }
  return found;
}

/**
 * Compiled files of a wheel, unpacked into memory.
 * @param {{ url: string, size: number }} wheel @param {RegExp} files
 */
export async function binariesOf({ url, size }, files) {
  const zip = await yauzl.fromRandomAccessReaderPromise(
    new RangeReader(url, size, await tailOf(url, size)),
    size,
  );
  const found = [];
  for await (const entry of zip.eachEntry())
    if (files.test(entry.fileName))
      found.push({
        name: entry.fileName,
        bytes: await buffer(await zip.openReadStreamPromise(entry)),
      });
  return found;
}

/** @param {string} url @param {number} size */
async function tailOf(url, size) {
  return rangeOf(url, Math.max(0, size - tailBytes), size);
}

/** @param {string} url @param {number} start @param {number} end not included */
async function rangeOf(url, start, end) {
  const answer = await fetch(url, {
    headers: { range: `bytes=${start}-${end - 1}` },
    signal: AbortSignal.timeout(120_000),
  });
  // A host that ignores the range would send gigabytes.
  if (answer.status !== 206) {
    await answer.body?.cancel();
    throw new Error(`${url}: answered ${answer.status} where a part was asked for`);
  }
  return Buffer.from(await answer.arrayBuffer());
}

class RangeReader extends yauzl.RandomAccessReader {
  /** @param {string} url @param {number} size @param {Buffer} tail */
  constructor(url, size, tail) {
    super();
    this.url = url;
    this.tail = tail;
    this.tailAt = size - tail.length;
  }

  /** @override @param {number} start @param {number} end */
  _readStreamForRange(start, end) {
    const stream = new PassThrough();
    const known = start >= this.tailAt;
    const bytes = known
      ? Promise.resolve(this.tail.subarray(start - this.tailAt, end - this.tailAt))
      : rangeOf(this.url, start, end);
    bytes.then(
      (part) => stream.end(part),
      (error) => stream.destroy(error),
    );
    return stream;
  }
}
