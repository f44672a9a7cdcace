import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ProblemError } from '../../../shared/problem.ts';
import { makeFolders } from './make-folders.ts';
import { codeOf } from './read-file.ts';
import type { Archive } from './system.ts';

/** Bytes; more than any file that is read whole from a wheel: RECORD, METADATA, scripts. */
const largestWhole = 32 * 1024 * 1024;

/** Opens a zip by its central directory; nothing is unpacked. Throws `archive-unreadable`. */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await orUnreadable(file, () => openPromise(file, { autoClose: false }));
  const entries = await orUnreadable(file, () => filesOf(zip));
  const stream = (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    return entry
      ? zip.openReadStreamPromise(entry)
      : Promise.reject(new Error(`no ${name} in the archive`));
  };
  return {
    entries: [...entries.values()].map((each) => ({
      name: each.fileName,
      bytes: each.uncompressedSize,
    })),
    read: (name) => orUnreadable(file, async () => whole(await stream(name))),
    extract: (name, to) =>
      orUnreadable(file, async () => {
        await makeFolders(path.dirname(to));
        await pipeline(await stream(name), createWriteStream(to, { flags: 'wx' }));
      }),
    sha256: (name) =>
      orUnreadable(file, async () => {
        const hash = createHash('sha256');
        await pipeline(await stream(name), hash);
        return hash.digest('hex');
      }),
    beginsLike: (name, other) =>
      orUnreadable(file, async () => startsWithFile(await stream(name), other)),
    close: () => zip.close(),
  };
}

async function filesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry())
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, withoutNotes(entry));
  return entries;
}

const nothing = Buffer.alloc(0);

/** What reading a file needs is some numbers; all the rest of it makes up most of the memory of a large wheel. */
function withoutNotes(entry: Entry): Entry {
  entry.fileNameRaw = nothing;
  entry.extraFieldRaw = nothing;
  entry.extraFields = [];
  entry.fileCommentRaw = nothing;
  return entry;
}

async function whole(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(stream)) {
    bytes += chunk.length;
    if (bytes > largestWhole) throw new Error('an entry is larger than any of its kind');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether all of a file is what the stream begins with, or zeros in place of it. */
async function startsWithFile(stream: Readable, file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    let at = 0;
    for await (const chunk of chunksOf(stream)) {
      const wanted = Math.min(chunk.length, size - at);
      const there = Buffer.alloc(wanted);
      await handle.read(there, 0, wanted, at);
      const like = (byte: number, index: number): boolean => byte === 0 || byte === chunk[index];
      if (!there.equals(chunk.subarray(0, wanted)) && !there.every(like)) return false;
      at += wanted;
      if (at === size) return true;
    }
    return at === size;
  } finally {
    stream.destroy();
    await handle.close();
  }
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

async function orUnreadable<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    // The library throws plain errors, and those of buffers, which have a code.
    if (error instanceof TypeError && codeOf(error) === null) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new ProblemError({ code: 'archive-unreadable', params: { path: file }, detail });
  }
}
