import { damaged, large, type Bytes } from '../library/bytes.ts';

/** The dynamic section of an ELF file for 64 bits, and where in the file an address lies. */
export type ElfImage = {
  bytes: Bytes;
  machine: number;
  /** The values of a tag, in order. */
  tags(tag: number): readonly number[];
  /** Where the byte of an address lies in the file. */
  place(address: number): number;
};

type Segment = { type: number; offset: number; address: number; bytes: number };

const [loaded, dynamic] = [1, 2];
const headerBytes = 64;
const segmentBytes = 56;
const mostSegments = 512;
const mostEntries = 8192;

/**
 * Reads the program headers, never the section headers: the loader does without those, and so do
 * stripped files. Throws DamagedFile. Source: System V ABI, gABI 4.1, chapter 5.
 */
export async function readImage(bytes: Bytes): Promise<ElfImage> {
  const head = await bytes.at(0, headerBytes);
  // 64 bits, low byte first: all that ComfyUI runs on.
  if (head.readUInt32BE(0) !== 0x7f454c46 || head[4] !== 2 || head[5] !== 1) damaged('kind');
  const count = head.readUInt16LE(56);
  if (head.readUInt16LE(54) !== segmentBytes || count > mostSegments) damaged('segments');
  const table = await bytes.at(large(head, 32), count * segmentBytes);
  const segments = Array.from({ length: count }, (_, index): Segment => {
    const at = index * segmentBytes;
    return {
      type: table.readUInt32LE(at),
      offset: large(table, at + 8),
      address: large(table, at + 16),
      bytes: large(table, at + 32),
    };
  });
  const place = (address: number): number => {
    const found = segments.find(
      (each) =>
        each.type === loaded && address >= each.address && address < each.address + each.bytes,
    );
    return found ? address - found.address + found.offset : damaged('address');
  };
  const section = segments.find((each) => each.type === dynamic) ?? damaged('dynamic');
  const tags = await readTags(bytes, section);
  return {
    bytes,
    machine: head.readUInt16LE(18),
    tags: (tag) => tags.get(tag) ?? [],
    place,
  };
}

async function readTags(bytes: Bytes, section: Segment): Promise<Map<number, number[]>> {
  const count = Math.min(Math.floor(section.bytes / 16), mostEntries);
  const entries = await bytes.at(section.offset, count * 16);
  const tags = new Map<number, number[]>();
  for (let at = 0; at < entries.length; at += 16) {
    const tag = Number(entries.readBigInt64LE(at));
    if (tag === 0) break;
    // Some tags carry flags in the upper bits, which nobody asks for here.
    const value = Number(entries.readBigUInt64LE(at + 8));
    tags.set(tag, [...(tags.get(tag) ?? []), value]);
  }
  return tags;
}
