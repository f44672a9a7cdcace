import { damaged } from '../library/bytes.ts';
import type { PeImport } from '../library/library.ts';
import type { PeImage } from './image.ts';

const mostLibraries = 1024;
/** Of one library; torch_python.dll takes 4 000. */
const mostFunctions = 65_536;
const byOrdinal = 0x8000_0000;

/** The import directory: what has to be there for the file to load. */
export function importsOf(image: PeImage): Promise<PeImport[]> {
  return descriptors(image, 1, 20, (record) => ({
    name: record.readUInt32LE(12),
    // Bound files keep the names in the first table alone.
    functions: record.readUInt32LE(0) || record.readUInt32LE(16),
  }));
}

/** The delay-load directory: loaded when it is first called. */
export function delayedImportsOf(image: PeImage): Promise<PeImport[]> {
  return descriptors(image, 13, 32, (record) => ({
    name: record.readUInt32LE(4),
    functions: record.readUInt32LE(16),
  }));
}

async function descriptors(
  image: PeImage,
  directory: number,
  bytes: number,
  read: (record: Buffer) => { name: number; functions: number },
): Promise<PeImport[]> {
  const found = image.directory(directory);
  const imports: PeImport[] = [];
  if (!found) return imports;
  for (let index = 0; index < mostLibraries; index++) {
    const record = await image.bytes.at(image.place(found.address + index * bytes), bytes);
    const { name, functions } = read(record);
    if (name === 0) return imports;
    const library = await image.bytes.text(image.place(name));
    imports.push({ library, functions: () => functionsOf(image, functions) });
  }
  return damaged('imports');
}

async function functionsOf(
  image: PeImage,
  table: number,
): Promise<{ names: string[]; ordinals: number[] }> {
  const names: string[] = [];
  const ordinals: number[] = [];
  for (let index = 0; index < mostFunctions; index++) {
    const entry = await image.bytes.at(image.place(table + index * 8), 8);
    const [low, high] = [entry.readUInt32LE(0), entry.readUInt32LE(4)];
    if (low === 0 && high === 0) return { names, ordinals };
    if (high >= byOrdinal) ordinals.push(low & 0xffff);
    // Before the name stands a hint of two bytes.
    else names.push(await image.bytes.text(image.place(low) + 2));
  }
  return damaged('functions');
}
