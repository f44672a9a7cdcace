import { createHash } from 'node:crypto';
import path from 'node:path';
import * as z from 'zod';
import type { Wheel } from '../../../shared/plan.ts';
import type { Archive, System } from '../machine/system.ts';
import { parseRecordRows } from '../packages/record.ts';
import { entryPointsOf } from './entry-points.ts';
import { placeInLayout, type Layout } from './layout.ts';

/**
 * A file that a wheel of the plan brings, known before it is installed. Of a file that pip
 * makes up, `made` says by what its content is known.
 */
export const broughtSchema = z.object({
  path: z.string(),
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  made: z
    .discriminatedUnion('by', [
      /** A script of the wheel whose first line pip replaces: the hash of all lines after it. */
      z.object({ by: z.literal('script'), rest: z.string() }),
      /** A script or program that calls an entry point: words that stand in it. */
      z.object({ by: z.literal('entry-point'), words: z.string() }),
      /** pip's own notes in the metadata folder. */
      z.object({ by: z.literal('metadata') }),
    ])
    .nullable(),
  /** Which wheel, by its file name, and its name in there; null where pip makes it up. */
  wheel: z.string(),
  member: z.string().nullable(),
});
export type Brought = z.infer<typeof broughtSchema>;

/** What pip writes into a metadata folder by itself (packaging.python.org, PEP 376, 610 and 627). */
const notesOfPip = ['INSTALLER', 'REQUESTED', 'RECORD', 'direct_url.json'];

/** All that a downloaded wheel will write, before it does. Throws `archive-unreadable`. */
export async function broughtBy(
  system: System,
  wheel: Wheel,
  file: string,
  layout: Layout,
): Promise<Brought[]> {
  const archive = await system.files.openArchive(file);
  try {
    return await filesOfWheel(system, wheel, archive, layout);
  } finally {
    archive.close();
  }
}

async function filesOfWheel(
  system: System,
  wheel: Wheel,
  archive: Archive,
  layout: Layout,
): Promise<Brought[]> {
  const names = archive.entries.map((each) => each.name);
  const metadata =
    names.find((each) => /^[^/]+\.dist-info\/WHEEL$/.test(each))?.split('/')[0] ?? '';
  const text = async (name: string): Promise<string> =>
    names.includes(`${metadata}/${name}`)
      ? new TextDecoder().decode(await archive.read(`${metadata}/${name}`))
      : '';
  const pure = /^Root-Is-Purelib:\s*true/im.test(await text('WHEEL'));
  const hashes = new Map(parseRecordRows(await text('RECORD')).map((row) => [row.path, row]));
  const place = (name: string): string => placeInLayout(layout, wheel.name, pure, name);
  const common = { wheel: wheel.fileName };

  const plain: Brought[] = [];
  for (const { name, bytes } of archive.entries) {
    if (name === `${metadata}/RECORD`) continue;
    const script = /^[^/]+\.data\/scripts\//.test(name) ? await restOfScript(archive, name) : null;
    const made = script === null ? null : { by: 'script' as const, rest: script };
    const sha256 =
      made === null ? (hashes.get(name)?.sha256 ?? (await archive.sha256(name))) : null;
    const size = made === null ? bytes : null;
    plain.push({ ...common, path: place(name), bytes: size, sha256, made, member: name });
  }
  const madeUp = { ...common, bytes: null, sha256: null, member: null };
  const notes = notesOfPip.map((name) => ({
    ...madeUp,
    path: place(`${metadata}/${name}`),
    made: { by: 'metadata' as const },
  }));
  const programs = entryPointsOf(await text('entry_points.txt')).map(({ name, words }) => ({
    ...madeUp,
    path: path.join(layout.scripts, system.platform === 'win32' ? `${name}.exe` : name),
    made: { by: 'entry-point' as const, words },
  }));
  return [...plain, ...notes, ...programs];
}

/** pip writes the path of its Python into scripts that begin with `#!python`; null for others. */
async function restOfScript(archive: Archive, name: string): Promise<string | null> {
  const content = await archive.read(name);
  const first = new TextDecoder().decode(content.subarray(0, 8));
  return first.startsWith('#!python') ? restHash(content) : null;
}

/** The hash of all after the first line. */
export function restHash(content: Uint8Array): string {
  const end = content.indexOf(0x0a);
  return createHash('sha256')
    .update(end === -1 ? new Uint8Array() : content.subarray(end + 1))
    .digest('hex');
}

/** The hash of so many bytes that are zero. */
export function hashOfZeros(bytes: number): string {
  const piece = Buffer.alloc(Math.min(bytes, 1024 * 1024));
  const hash = createHash('sha256');
  for (let left = bytes; left > 0; left -= piece.length)
    hash.update(piece.subarray(0, Math.min(left, piece.length)));
  return hash.digest('hex');
}
