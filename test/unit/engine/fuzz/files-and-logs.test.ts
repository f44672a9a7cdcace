import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openBundle } from '../../../../electron/engine/bundle/open-bundle.ts';
import { DamagedFile } from '../../../../electron/engine/loader/library/bytes.ts';
import { readElf } from '../../../../electron/engine/loader/elf/read-elf.ts';
import { readPe } from '../../../../electron/engine/loader/pe/read-pe.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { openArchive } from '../../../../electron/engine/machine/zip-archive.ts';
import { logAnalysisSchema } from '../../../../shared/log-analysis.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { bytesIn } from '../../../support/compiled-files/bytes.ts';
import { elfFile } from '../../../support/compiled-files/elf-file.ts';
import { peFile } from '../../../support/compiled-files/pe-file.ts';
import { cases, spoiled } from '../../../support/fuzz.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const elf = elfFile({
  ...{ soname: 'libmine.so', needed: ['libc10.so'], rpath: '$ORIGIN/lib', gives: ['a', 'b'] },
  wants: ['plain', { name: 'memcpy', file: 'libc.so.6', version: 'GLIBC_2.14' }],
});
const pe = peFile({
  imports: [{ library: 'c10.dll', names: ['one', 'two'], ordinals: [3] }],
  delayed: [{ library: 'nvcuda.dll', names: ['cuInit'] }],
  gives: ['PyInit__C', 'other'],
});
const wheel = Buffer.from(
  zipSync({
    'a/__init__.py': strToU8('x = 1\n'.repeat(40)),
    'a-1.dist-info/RECORD': strToU8('a/__init__.py,,\n'),
    'report.json': strToU8('{"schema":1,"diagnosis":{}}'),
    '../../outside.py': strToU8('nobody'),
  }),
);
const log = [
  "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
  '    PyTorch 2.7.1+cu128 with CUDA 1208 (you have 2.9.1+cu130)',
  '\u001b[31mTraceback (most recent call last):\u001b[0m',
  '  File "C:\\ComfyUI\\main.py", line 1, in <module>',
  "ModuleNotFoundError: No module named 'sageattention'",
  'Using pytorch attention',
  'RuntimeError: CUDA error: no kernel image is available for execution on the device',
].join('\r\n');

/** Reads all that can be asked of a library; what is damaged may only say so. */
async function readLibrary(content: Buffer): Promise<void> {
  try {
    if (content.subarray(0, 2).toString('latin1') === 'MZ') {
      const library = await readPe(bytesIn(content));
      for (const each of [...library.imports, ...library.delayed]) await each.functions();
      await library.gives('other');
      return;
    }
    const library = await readElf(bytesIn(content));
    await library.wanted();
    await library.versions();
    await library.gives('b');
  } catch (thrown) {
    if (!(thrown instanceof DamagedFile)) throw thrown;
  }
}

/** A Problem is an answer; anything else is a mistake of ours. */
async function answers(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
  }
}

describe('files that anybody may have made', () => {
  it.each([
    ['ELF', elf],
    ['PE', pe],
  ])('%s: read, or told as damaged', async (_, sample) => {
    await fc.assert(fc.asyncProperty(spoiled([sample]), readLibrary), cases(150, 100_000));
  });

  it('zip: read, or told as one that cannot be, and nothing written outside', async () => {
    const folder = await makeTemporaryFolder('fuzz');
    const outside = path.join(folder, 'outside.py');
    const file = path.join(folder, 'deep', 'deeper', 'a.zip');
    const system = createNodeSystem(folder);
    await answers(() => system.files.makeFolder(path.dirname(file)));
    const property = fc.asyncProperty(spoiled([wheel]), async (bytes) => {
      await writeFile(file, bytes);
      await answers(() => openBundle(system, file));
      await answers(async () => {
        const archive = await openArchive(file);
        try {
          for (const { name } of archive.entries) await archive.read(name);
        } finally {
          archive.close();
        }
      });
    });
    await fc.assert(property, cases(60, 20_000));
    await expect(readFile(outside)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('a log of whatever bytes comes to an answer that fits its schema', () => {
  const property = fc.property(spoiled([Buffer.from(log)]), (bytes) => {
    logAnalysisSchema.parse(analyse(bytes.toString('utf8')));
  });
  fc.assert(property, cases(40, 30_000));
});
