/** What a made-up Linux library says of itself; each part may be left out. */
export type ElfParts = {
  machine?: number;
  soname?: string;
  needed?: readonly string[];
  rpath?: string;
  runpath?: string;
  /** A wanted symbol may carry a version and the file that gives it; weak ones may be missing. */
  wants?: readonly (string | { name: string; file?: string; version?: string; weak?: boolean })[];
  gives?: readonly string[];
  versions?: readonly string[];
  /** The older table of names instead of the usual one. */
  sysvHash?: boolean;
};

const tags = { needed: 1, hash: 4, strtab: 5, symtab: 6, strsz: 10, soname: 14, rpath: 15 };
const more = { runpath: 29, gnuHash: 0x6ffffef5, versym: 0x6ffffff0, verneed: 0x6ffffffe };

/** A library of a few hundred bytes, laid out as the gABI says; addresses are places in the file. */
export function elfFile(parts: ElfParts): Buffer {
  const strings = new Map<string, number>([['', 0]]);
  let length = 1;
  const text = (each: string): number => {
    const known = strings.get(each);
    if (known !== undefined) return known;
    strings.set(each, length);
    length += each.length + 1;
    return length - each.length - 1;
  };
  const wants = (parts.wants ?? []).map((each) =>
    typeof each === 'string' ? { name: each } : each,
  );
  const gives = parts.gives ?? [];
  const symbols = Buffer.concat([
    Buffer.alloc(24),
    ...wants.map((each) => symbol(text(each.name), 'weak' in each && each.weak === true, false)),
    ...gives.map((each) => symbol(text(each), false, true)),
  ]);
  const first = wants.length + 1;
  const { numbers, needs, count } = versionNeeds(wants, gives.length, text);
  const given = versionsGiven(parts.versions ?? [], text);
  const entries: [number, number | 'strings'][] = [
    ...(parts.needed ?? []).map((each): [number, number] => [tags.needed, text(each)]),
    ...(parts.soname === undefined ? [] : [[tags.soname, text(parts.soname)] as [number, number]]),
    ...(parts.rpath === undefined ? [] : [[tags.rpath, text(parts.rpath)] as [number, number]]),
    ...(parts.runpath === undefined
      ? []
      : [[more.runpath, text(parts.runpath)] as [number, number]]),
  ];
  const table = Buffer.from(`${[...strings.keys()].join('\0')}\0`, 'latin1');
  const hash = parts.sysvHash
    ? sysvTable([...wants.map(({ name }) => name), ...gives])
    : gnuTable(gives, first);
  const pieces = [symbols, table, hash, numbers, needs, given];
  const places: number[] = [];
  let place = 64 + 2 * 56;
  for (const piece of pieces) {
    places.push(place);
    place += Math.ceil(piece.length / 8) * 8;
  }
  const [symtab, strtab, hashes, versym, verneed, verdef] = places as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const dynamic: [number, number][] = [
    ...(entries as [number, number][]),
    [tags.strtab, strtab],
    [tags.strsz, table.length],
    [tags.symtab, symtab],
    [parts.sysvHash ? tags.hash : more.gnuHash, hashes],
    [more.versym, versym],
    ...(count === 0
      ? []
      : ([
          [more.verneed, verneed],
          [more.verneed + 1, count],
        ] as [number, number][])),
    ...(given.length === 0
      ? []
      : ([
          [more.verneed - 2, verdef],
          [more.verneed - 1, parts.versions?.length ?? 0],
        ] as [number, number][])),
    [0, 0],
  ];
  const file = Buffer.alloc(place + dynamic.length * 16);
  file.writeUInt32BE(0x7f454c46, 0);
  file.writeUInt8(2, 4);
  file.writeUInt8(1, 5);
  file.writeUInt16LE(3, 16);
  file.writeUInt16LE(parts.machine ?? 62, 18);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(2, 56);
  segment(file, 64, 1, 0, file.length);
  segment(file, 120, 2, place, dynamic.length * 16);
  pieces.forEach((piece, index) => piece.copy(file, places[index]));
  dynamic.forEach(([tag, value], index) => {
    file.writeBigInt64LE(BigInt(tag), place + index * 16);
    file.writeBigUInt64LE(BigInt(value), place + index * 16 + 8);
  });
  return file;
}

function segment(file: Buffer, at: number, type: number, offset: number, bytes: number): void {
  file.writeUInt32LE(type, at);
  for (const field of [8, 16, 24]) file.writeBigUInt64LE(BigInt(offset), at + field);
  for (const field of [32, 40]) file.writeBigUInt64LE(BigInt(bytes), at + field);
}

function symbol(name: number, weak: boolean, defined: boolean): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(name, 0);
  bytes.writeUInt8(((weak ? 2 : 1) << 4) | 2, 4);
  bytes.writeUInt16LE(defined ? 1 : 0, 6);
  return bytes;
}

/** One bucket, and a filter that lets everything through. */
function gnuTable(gives: readonly string[], first: number): Buffer {
  const bytes = Buffer.alloc(16 + 8 + 4 + gives.length * 4);
  [1, first, 1, 6].forEach((each, index) => bytes.writeUInt32LE(each, index * 4));
  bytes.writeBigUInt64LE(0xffffffffffffffffn, 16);
  bytes.writeUInt32LE(gives.length === 0 ? 0 : first, 24);
  gives.forEach((name, index) => {
    let hash = 5381;
    for (const letter of Buffer.from(name)) hash = (Math.imul(hash, 33) + letter) >>> 0;
    const last = index === gives.length - 1 ? 1 : 0;
    bytes.writeUInt32LE(((hash & ~1) | last) >>> 0, 28 + index * 4);
  });
  return bytes;
}

function sysvTable(names: readonly string[]): Buffer {
  const count = names.length + 1;
  const bytes = Buffer.alloc(8 + 4 + count * 4);
  bytes.writeUInt32LE(1, 0);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt32LE(names.length === 0 ? 0 : 1, 8);
  for (let each = 1; each < count; each++)
    bytes.writeUInt32LE(each + 1 < count ? each + 1 : 0, 12 + each * 4);
  return bytes;
}

function versionNeeds(
  wants: readonly { name: string; file?: string; version?: string }[],
  given: number,
  text: (each: string) => number,
): { numbers: Buffer; needs: Buffer; count: number } {
  const numbers = Buffer.alloc((wants.length + 1 + given) * 2);
  const needs: Buffer[] = [];
  wants.forEach(({ file, version }, index) => {
    if (file === undefined || version === undefined) return;
    const number = needs.length + 2;
    numbers.writeUInt16LE(number, (index + 1) * 2);
    const record = Buffer.alloc(32);
    record.writeUInt16LE(1, 0);
    record.writeUInt16LE(1, 2);
    record.writeUInt32LE(text(file), 4);
    record.writeUInt32LE(16, 8);
    record.writeUInt32LE(32, 12);
    record.writeUInt16LE(number, 22);
    record.writeUInt32LE(text(version), 24);
    needs.push(record);
  });
  needs.at(-1)?.writeUInt32LE(0, 12);
  return { numbers, needs: Buffer.concat(needs), count: needs.length };
}

function versionsGiven(versions: readonly string[], text: (each: string) => number): Buffer {
  return Buffer.concat(
    versions.map((version, index) => {
      const record = Buffer.alloc(28);
      record.writeUInt16LE(1, 0);
      record.writeUInt16LE(1, 6);
      record.writeUInt32LE(20, 12);
      record.writeUInt32LE(index === versions.length - 1 ? 0 : 28, 16);
      record.writeUInt32LE(text(version), 20);
      return record;
    }),
  );
}
