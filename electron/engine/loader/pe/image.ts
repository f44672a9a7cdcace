import { damaged, type Bytes } from '../library/bytes.ts';

/** A PE32+ file: its data directories, and where in the file an address lies. */
export type PeImage = {
  bytes: Bytes;
  machine: number;
  /** null: the file has none of this kind. */
  directory(index: number): { address: number; bytes: number } | null;
  place(address: number): number;
};

const sectionBytes = 40;
const mostSections = 96;

/** Throws DamagedFile. Source: Microsoft, PE format (learn.microsoft.com/windows/win32/debug/pe-format). */
export async function readPeImage(bytes: Bytes): Promise<PeImage> {
  const stub = await bytes.at(0, 64);
  if (stub.readUInt16LE(0) !== 0x5a4d) damaged('kind');
  const start = stub.readUInt32LE(0x3c);
  const head = await bytes.at(start, 24);
  if (head.readUInt32LE(0) !== 0x4550) damaged('kind');
  const optionalBytes = head.readUInt16LE(20);
  const optional = await bytes.at(start + 24, optionalBytes);
  // 0x20b: 64 bits.
  if (optionalBytes < 112 || optional.readUInt16LE(0) !== 0x20b) damaged('kind');
  const directories = Math.min(optional.readUInt32LE(108), 16, (optionalBytes - 112) / 8);
  const count = head.readUInt16LE(6);
  if (count > mostSections) damaged('sections');
  const table = await bytes.at(start + 24 + optionalBytes, count * sectionBytes);
  const sections = Array.from({ length: count }, (_, index) => {
    const at = index * sectionBytes;
    return {
      address: table.readUInt32LE(at + 12),
      bytes: table.readUInt32LE(at + 16),
      offset: table.readUInt32LE(at + 20),
    };
  });
  const sectionOf = (address: number) =>
    sections.find((each) => address >= each.address && address < each.address + each.bytes) ??
    damaged('address');
  return {
    bytes,
    machine: head.readUInt16LE(4),
    directory: (index) => {
      if (index >= Math.floor(directories)) return null;
      const address = optional.readUInt32LE(112 + index * 8);
      return address === 0 ? null : { address, bytes: optional.readUInt32LE(116 + index * 8) };
    },
    place: (address) => {
      const section = sectionOf(address);
      return address - section.address + section.offset;
    },
  };
}
