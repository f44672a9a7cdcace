type Taken = { library: string; names?: readonly string[]; ordinals?: readonly number[] };

/** What a made-up Windows library says of itself. */
export type PeParts = {
  imports?: readonly Taken[];
  delayed?: readonly Taken[];
  gives?: readonly string[];
};

const sectionAddress = 0x1000;
const sectionPlace = 0x400;

/** A library of one section, laid out as Microsoft's PE format says. */
export function peFile({ imports = [], delayed = [], gives = [] }: PeParts): Buffer {
  const pieces: Buffer[] = [];
  let end = 0;
  const put = (piece: Buffer): number => {
    const address = sectionAddress + end;
    pieces.push(piece, Buffer.alloc((8 - (piece.length % 8)) % 8));
    end += Math.ceil(piece.length / 8) * 8;
    return address;
  };
  const text = (each: string, before = 0): number =>
    put(Buffer.concat([Buffer.alloc(before), Buffer.from(`${each}\0`, 'latin1')]));
  const functions = ({ names = [], ordinals = [] }: Taken): number => {
    const addresses = names.map((each) => text(each, 2));
    const table = Buffer.alloc((addresses.length + ordinals.length + 1) * 8);
    addresses.forEach((each, index) => table.writeUInt32LE(each, index * 8));
    ordinals.forEach((each, index) => {
      table.writeUInt32LE(each, (addresses.length + index) * 8);
      table.writeUInt32LE(0x80000000, (addresses.length + index) * 8 + 4);
    });
    return put(table);
  };
  const imported = imports.map((each) => [functions(each), text(each.library)] as const);
  const importTable = Buffer.alloc((imported.length + 1) * 20);
  imported.forEach(([table, name], index) => {
    importTable.writeUInt32LE(table, index * 20);
    importTable.writeUInt32LE(name, index * 20 + 12);
  });
  const later = delayed.map((each) => [functions(each), text(each.library)] as const);
  const delayTable = Buffer.alloc((later.length + 1) * 32);
  later.forEach(([table, name], index) => {
    delayTable.writeUInt32LE(1, index * 32);
    delayTable.writeUInt32LE(name, index * 32 + 4);
    delayTable.writeUInt32LE(table, index * 32 + 16);
  });
  const directories: [number, number][] = [
    [0, gives.length === 0 ? 0 : exportTable(gives, put, text)],
    [1, put(importTable)],
    [13, put(delayTable)],
  ];
  const section = Buffer.concat(pieces);
  const file = Buffer.alloc(sectionPlace + section.length);
  file.writeUInt16LE(0x5a4d, 0);
  file.writeUInt32LE(0x40, 0x3c);
  file.writeUInt32LE(0x4550, 0x40);
  file.writeUInt16LE(0x8664, 0x44);
  file.writeUInt16LE(1, 0x46);
  file.writeUInt16LE(240, 0x54);
  const optional = 0x58;
  file.writeUInt16LE(0x20b, optional);
  file.writeUInt32LE(16, optional + 108);
  for (const [index, address] of directories)
    file.writeUInt32LE(address, optional + 112 + index * 8);
  const table = optional + 240;
  file.writeUInt32LE(section.length, table + 8);
  file.writeUInt32LE(sectionAddress, table + 12);
  file.writeUInt32LE(section.length, table + 16);
  file.writeUInt32LE(sectionPlace, table + 20);
  section.copy(file, sectionPlace);
  return file;
}

function exportTable(
  gives: readonly string[],
  put: (piece: Buffer) => number,
  text: (each: string) => number,
): number {
  const names = [...gives].sort().map((each) => text(each));
  const table = Buffer.alloc(names.length * 4);
  names.forEach((each, index) => table.writeUInt32LE(each, index * 4));
  const record = Buffer.alloc(40);
  record.writeUInt32LE(1, 16);
  record.writeUInt32LE(names.length, 20);
  record.writeUInt32LE(names.length, 24);
  record.writeUInt32LE(put(table), 32);
  return put(record);
}
