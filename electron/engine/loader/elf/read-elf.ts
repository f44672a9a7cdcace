import { damaged, type Bytes } from '../library/bytes.ts';
import type { ElfLibrary, Wanted } from '../library/library.ts';
import { gnuIndex, sysvIndex, type SymbolIndex } from './hashes.ts';
import { readImage, type ElfImage } from './image.ts';
import { tag } from './tags.ts';
import { versionsGiven, versionsNeeded } from './versions.ts';

const symbolBytes = 24;
const mostNeeded = 1024;
/** libtorch_python.so wants 5 000. */
const mostUndefined = 200_000;
const weakBinding = 2;

/**
 * What an ELF file for 64 bits needs and gives. Of its symbols only those are read that it wants
 * itself; what it gives is looked up by its own hash table. Throws DamagedFile.
 */
export async function readElf(bytes: Bytes): Promise<ElfLibrary> {
  const image = await readImage(bytes);
  const [address] = image.tags(tag.strings);
  const [size = 0] = image.tags(tag.stringsBytes);
  const strings = address === undefined ? damaged('strings') : image.place(address);
  const text = (offset: number): Promise<string> =>
    offset < size ? bytes.text(strings + offset) : damaged('string');
  const texts = (which: number): Promise<string[]> => {
    const offsets = image.tags(which);
    if (offsets.length > mostNeeded) damaged('needed');
    return Promise.all(offsets.map(text));
  };
  const folders = async (which: number): Promise<string[]> =>
    (await texts(which)).flatMap((each) => each.split(':')).filter((each) => each !== '');
  const index = await indexOf(image);
  const [symbols] = image.tags(tag.symbols);
  const table = symbols === undefined ? damaged('symbols') : image.place(symbols);

  async function gives(name: string): Promise<boolean> {
    for (const candidate of await index.candidates(name)) {
      const symbol = await bytes.at(table + candidate * symbolBytes, symbolBytes);
      const isDefined = symbol.readUInt16LE(6) !== 0;
      if (isDefined && (await text(symbol.readUInt32LE(0))) === name) return true;
    }
    return false;
  }

  let given: Promise<Set<string>> | null = null;
  return {
    format: 'elf',
    machine: image.machine,
    soname: (await texts(tag.soname))[0] ?? null,
    needed: await texts(tag.needed),
    rpath: await folders(tag.rpath),
    runpath: await folders(tag.runpath),
    wanted: () => wantedBy(image, index, table, text),
    versions: () => (given ??= versionsGiven(image, text)),
    gives,
  };
}

async function indexOf(image: ElfImage): Promise<SymbolIndex> {
  const [gnu] = image.tags(tag.gnuHash);
  if (gnu !== undefined) return gnuIndex(image.bytes, image.place(gnu));
  const [sysv] = image.tags(tag.hash);
  if (sysv !== undefined) return sysvIndex(image.bytes, image.place(sysv));
  return damaged('hash');
}

async function wantedBy(
  image: ElfImage,
  index: SymbolIndex,
  table: number,
  text: (offset: number) => Promise<string>,
): Promise<Wanted[]> {
  if (index.firstListed > mostUndefined) damaged('symbols');
  const symbols = await image.bytes.at(table, index.firstListed * symbolBytes);
  const versions = await versionsNeeded(image, text);
  const [address] = image.tags(tag.versionOfSymbol);
  const numbers =
    address === undefined
      ? null
      : await image.bytes.at(image.place(address), index.firstListed * 2);
  const wanted: Wanted[] = [];
  // The first symbol is always empty.
  for (let each = 1; each < index.firstListed; each++) {
    const at = each * symbolBytes;
    const binding = symbols.readUInt8(at + 4) >> 4;
    if (symbols.readUInt16LE(at + 6) !== 0 || binding === 0 || binding === weakBinding) continue;
    const name = await text(symbols.readUInt32LE(at));
    const version = numbers && versions.get(numbers.readUInt16LE(each * 2) & 0x7fff);
    if (name !== '') wanted.push({ name, version: version ?? null });
  }
  return wanted;
}
