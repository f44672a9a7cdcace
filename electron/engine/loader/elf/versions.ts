import { damaged, type Bytes } from '../library/bytes.ts';
import type { ElfImage } from './image.ts';
import { tag } from './tags.ts';

type Text = (offset: number) => Promise<string>;
type NeededVersion = { file: string; name: string };

const mostVersions = 4096;
const weak = 2;

/**
 * The versions that a file wants of others, by the number that its symbols carry. Weak ones are
 * left out. Source: "ELF Symbol Versioning" (U. Drepper), .gnu.version_r.
 */
export async function versionsNeeded(
  image: ElfImage,
  text: Text,
): Promise<Map<number, NeededVersion>> {
  const found = new Map<number, NeededVersion>();
  const files = records(image, tag.versionsNeeded, tag.versionsNeededCount, 16, 12);
  for await (const { place, record } of files) {
    const file = await text(record.readUInt32LE(4));
    const count = record.readUInt16LE(2);
    const first = place + record.readUInt32LE(8);
    for await (const each of linked(image.bytes, first, count, 16, 12)) {
      if ((each.record.readUInt16LE(4) & weak) !== 0) continue;
      const name = await text(each.record.readUInt32LE(8));
      found.set(each.record.readUInt16LE(6) & 0x7fff, { file, name });
      if (found.size > mostVersions) damaged('versions');
    }
  }
  return found;
}

/** The versions that a file gives (.gnu.version_d). */
export async function versionsGiven(image: ElfImage, text: Text): Promise<Set<string>> {
  const found = new Set<string>();
  const given = records(image, tag.versionsGiven, tag.versionsGivenCount, 20, 16);
  for await (const { place, record } of given) {
    const first = await image.bytes.at(place + record.readUInt32LE(12), 8);
    found.add(await text(first.readUInt32LE(0)));
  }
  return found;
}

function records(image: ElfImage, where: number, count: number, bytes: number, next: number) {
  const [address] = image.tags(where);
  const [number = 0] = image.tags(count);
  const place = address === undefined ? 0 : image.place(address);
  return linked(image.bytes, place, address === undefined ? 0 : number, bytes, next);
}

/** Records that each say how far the next one is. */
async function* linked(bytes: Bytes, first: number, count: number, length: number, next: number) {
  if (count > mostVersions) damaged('versions');
  let place = first;
  for (let index = 0; index < count; index++) {
    const record = await bytes.at(place, length);
    yield { place, record };
    const step = record.readUInt32LE(next);
    if (step === 0) return;
    place += step;
  }
}
