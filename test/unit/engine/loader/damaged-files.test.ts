import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedFile } from '../../../../electron/engine/loader/library/bytes.ts';
import { readElf } from '../../../../electron/engine/loader/elf/read-elf.ts';
import { parseLibraryCache } from '../../../../electron/engine/loader/linux-places.ts';
import { readPe } from '../../../../electron/engine/loader/pe/read-pe.ts';
import { bytesIn } from '../../../support/compiled-files/bytes.ts';
import { elfFile } from '../../../support/compiled-files/elf-file.ts';
import { peFile } from '../../../support/compiled-files/pe-file.ts';

const elf = elfFile({
  soname: 'libmine.so',
  needed: ['libc10.so', 'libcudart.so.12'],
  rpath: '$ORIGIN/lib',
  wants: ['plain', { name: 'memcpy', file: 'libc.so.6', version: 'GLIBC_2.14' }],
  gives: ['first', 'second'],
  versions: ['MINE_1.0'],
});
const older = elfFile({ wants: ['plain'], gives: ['first', 'second'], sysvHash: true });
const pe = peFile({
  imports: [{ library: 'c10.dll', names: ['one', 'two'], ordinals: [3] }],
  delayed: [{ library: 'nvcuda.dll', names: ['cuInit'] }],
  gives: ['PyInit__C', 'other'],
});

/** Reads all that can be asked of a file; what is damaged may only say so. */
async function readAll(content: Buffer): Promise<'read' | 'damaged'> {
  try {
    const bytes = bytesIn(content);
    if (content.subarray(0, 2).toString('latin1') === 'MZ') {
      const library = await readPe(bytes);
      for (const each of [...library.imports, ...library.delayed]) await each.functions();
      await library.gives('other');
    } else {
      const library = await readElf(bytes);
      await library.wanted();
      await library.versions();
      await library.gives('second');
    }
    return 'read';
  } catch (thrown) {
    if (thrown instanceof DamagedFile) return 'damaged';
    throw thrown;
  }
}

/** Numbers that break things: none, all bits, the sign, sizes of gigabytes. */
const nasty = fc.constantFrom(0, 1, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff);
const changes = fc.array(
  fc.record({ place: fc.nat(), value: fc.oneof(nasty, fc.nat(0xffffffff)), wide: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
);

function changed(
  original: Buffer,
  edits: readonly { place: number; value: number; wide: boolean }[],
): Buffer {
  const file = Buffer.from(original);
  for (const { place, value, wide } of edits) {
    if (wide) file.writeUInt32LE(value, place % (file.length - 4));
    else file.writeUInt8(value & 0xff, place % file.length);
  }
  return file;
}

describe('damaged and hostile files', () => {
  it.each([
    ['ELF', elf],
    ['ELF with the older table', older],
    ['PE', pe],
  ])('are told as damaged, never otherwise: %s', async (_, original) => {
    expect(await readAll(original)).toBe('read');
    let damaged = 0;
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        if ((await readAll(changed(original, edits))) === 'damaged') damaged += 1;
      }),
      { numRuns: 4000, seed: 20261130 },
    );
    // Else the changes hit nothing that is read.
    expect(damaged).toBeGreaterThan(400);
  });

  it.each([
    ['ELF', elf],
    ['PE', pe],
  ])('may be cut off anywhere: %s', async (_, original) => {
    for (let length = 0; length < original.length; length++)
      await readAll(original.subarray(0, length));
    expect(await readAll(original.subarray(0, 100))).toBe('damaged');
  });

  it('may be anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'MZ', '\x7fELF\x02\x01'),
        fc.uint8Array({ maxLength: 400 }),
        async (begin, rest) => {
          await readAll(Buffer.concat([Buffer.from(begin, 'latin1'), rest]));
        },
      ),
      { numRuns: 2000, seed: 20261130 },
    );
  });

  it('cannot make many long names of one long text', async () => {
    const long = 'x'.repeat(60_000);
    const file = elfFile({ wants: Array.from({ length: 3000 }, () => long) });
    const library = await readElf(bytesIn(file));
    await expect(library.wanted()).rejects.toThrow(DamagedFile);
  });

  it('may be a list of libraries, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
        const begin = Buffer.from('glibc-ld.so.cache1.1', 'latin1');
        expect(parseLibraryCache(Buffer.concat([begin, rest])).size).toBeLessThan(20);
      }),
      { numRuns: 1000, seed: 20261130 },
    );
  });
});
