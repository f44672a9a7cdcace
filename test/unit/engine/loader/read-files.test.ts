import { describe, expect, it } from 'vitest';
import { readElf } from '../../../../electron/engine/loader/elf/read-elf.ts';
import { readPe } from '../../../../electron/engine/loader/pe/read-pe.ts';
import { bytesIn } from '../../../support/compiled-files/bytes.ts';
import { elfFile } from '../../../support/compiled-files/elf-file.ts';
import { peFile } from '../../../support/compiled-files/pe-file.ts';

describe('a Linux library', () => {
  it.each([false, true])('says what it needs and gives (older table: %s)', async (sysvHash) => {
    const library = await readElf(
      bytesIn(
        elfFile({
          sysvHash,
          soname: 'libmine.so',
          needed: ['libc10.so', 'libcudart.so.12'],
          runpath: '$ORIGIN:/opt/cuda/lib64',
          gives: ['first', 'second'],
        }),
      ),
    );
    expect(library).toMatchObject({
      machine: 62,
      soname: 'libmine.so',
      needed: ['libc10.so', 'libcudart.so.12'],
      rpath: [],
      runpath: ['$ORIGIN', '/opt/cuda/lib64'],
    });
    expect(await library.gives('second')).toBe(true);
    expect(await library.gives('third')).toBe(false);
  });

  it('says what it wants of others, with the version and who gives it, but not what may be missing', async () => {
    const library = await readElf(
      bytesIn(
        elfFile({
          wants: [
            'plain',
            { name: 'memcpy', file: 'libc.so.6', version: 'GLIBC_2.14' },
            { name: '__gmon_start__', weak: true },
          ],
          gives: ['own'],
          versions: ['MINE_1.0', 'MINE_1.1'],
        }),
      ),
    );
    expect(await library.wanted()).toEqual([
      { name: 'plain', version: null },
      { name: 'memcpy', version: { file: 'libc.so.6', name: 'GLIBC_2.14' } },
    ]);
    expect(await library.versions()).toEqual(new Set(['MINE_1.0', 'MINE_1.1']));
    expect(await library.gives('plain')).toBe(false);
  });
});

describe('a Windows library', () => {
  it('says which libraries it imports with their functions, and which it loads later', async () => {
    const library = await readPe(
      bytesIn(
        peFile({
          imports: [
            { library: 'c10.dll', names: ['one', 'two'] },
            { library: 'WS2_32.dll', ordinals: [115] },
          ],
          delayed: [{ library: 'nvcuda.dll', names: ['cuInit'] }],
          gives: ['PyInit__C', 'other', 'another'],
        }),
      ),
    );
    const imports = await Promise.all(
      library.imports.map(async (each) => [each.library, await each.functions()]),
    );
    expect(imports).toEqual([
      ['c10.dll', { names: ['one', 'two'], ordinals: [] }],
      ['WS2_32.dll', { names: [], ordinals: [115] }],
    ]);
    expect(library.delayed.map((each) => each.library)).toEqual(['nvcuda.dll']);
    expect(await library.gives('PyInit__C')).toBe(true);
    expect(await library.gives('PyInit__D')).toBe(false);
    expect([library.givesOrdinal(3), library.givesOrdinal(4)]).toEqual([true, false]);
  });
});
