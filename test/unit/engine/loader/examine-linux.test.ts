import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { examineExtensions } from '../../../../electron/engine/loader/examine-extensions.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { ElfParts } from '../../../support/compiled-files/elf-file.ts';
import { elfFile } from '../../../support/compiled-files/elf-file.ts';
import { around, paperSite, systemWithCache } from '../../../support/compiled-files/paper-site.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const xformers = 'xformers/_C.so';
const torch: Record<string, ElfParts> = {
  'torch/_C.cpython-311-x86_64-linux-gnu.so': {
    needed: ['libtorch_python.so'],
    rpath: '$ORIGIN/lib',
  },
  'torch/lib/libtorch_global_deps.so': {
    needed: ['libcudart.so.12'],
    rpath: '$ORIGIN/../../nvidia/cuda_runtime/lib',
  },
  'torch/lib/libtorch_python.so': {
    soname: 'libtorch_python.so',
    needed: ['libc10.so', 'libc.so.6'],
    gives: ['THPVariable_Wrap'],
  },
  'torch/lib/libc10.so': { soname: 'libc10.so', gives: ['_ZN3c105ErrorC1Ev'] },
  'nvidia/cuda_runtime/lib/libcudart.so.12': { soname: 'libcudart.so.12', gives: ['cudaMalloc'] },
};

let root: string;
beforeEach(async () => {
  root = await makeTemporaryFolder('loader');
});

async function answerFor(
  own: ElfParts | Buffer,
  more: Record<string, ElfParts | Buffer> = {},
  system = createNodeSystem(),
  isOwnSystem = false,
) {
  const site = await paperSite(root, { ...torch, ...more, [xformers]: own });
  const surroundings = around(site, ['torch', 'xformers'], { isOwnSystem });
  const answers = await examineExtensions(system, surroundings);
  return answers.find((each) => each.file === xformers);
}
const found = { distribution: 'xformers', file: xformers };

describe('what ld.so would do with xFormers', () => {
  it('loads what finds its libraries among those of torch, without a folder of its own', async () => {
    const own = {
      needed: ['libc10.so', 'libcudart.so.12', 'libc.so.6'],
      wants: ['_ZN3c105ErrorC1Ev', 'PyModule_Create2', 'cudaMalloc'],
    };
    expect(await answerFor(own)).toEqual({ ...found, answer: 'loads' });
  });

  it('names the library of another CUDA', async () => {
    const own = { needed: ['libc10.so', 'libcudart.so.13'] };
    expect(await answerFor(own)).toEqual({
      ...found,
      answer: 'cannot-load',
      why: 'library',
      name: 'libcudart.so.13',
    });
  });

  it('names the functions of another torch', async () => {
    const own = {
      needed: ['libc10.so'],
      wants: ['_ZN3c107WarningC1Ev', '_ZN3c105ErrorC1Ev', '_ZN3c106SymInt6sym_neERKS0_'],
    };
    expect(await answerFor(own)).toMatchObject({
      answer: 'cannot-load',
      why: 'functions',
      name: '_ZN3c107WarningC1Ev',
      names: ['_ZN3c107WarningC1Ev', '_ZN3c106SymInt6sym_neERKS0_'],
      count: 2,
    });
  });

  it('does not count as missing what another system may have', async () => {
    const own = { needed: ['libc10.so', 'libc.so.6'], wants: ['memcpy'] };
    expect(await answerFor(own)).toMatchObject({ answer: 'loads' });
    expect(await answerFor({ needed: ['libodd.so.1'] })).toEqual({
      ...found,
      answer: 'unknown',
      why: 'library',
      name: 'libodd.so.1',
    });
  });

  it('does not take a missing driver for a fault of the package', async () => {
    expect(await answerFor({ needed: ['libcuda.so.1'] })).toMatchObject({
      answer: 'unknown',
      why: 'driver',
    });
  });

  it('says which file it could not read', async () => {
    const damaged = elfFile(torch['torch/lib/libc10.so'] ?? {}).subarray(0, 150);
    const answer = await answerFor({ needed: ['libc10.so'] }, { 'torch/lib/libc10.so': damaged });
    expect(answer).toMatchObject({ answer: 'unknown', why: 'unreadable', name: 'libc10.so' });
    expect(await answerFor(Buffer.from('<html>404</html>'))).toMatchObject({
      answer: 'unknown',
      name: '_C.so',
    });
  });

  it('passes over a library of another machine', async () => {
    const site = { 'xformers/lib/libbeside.so': { machine: 183 } };
    const own = { needed: ['libbeside.so'], runpath: '$ORIGIN/lib' };
    expect(await answerFor(own, site)).toMatchObject({ answer: 'unknown', name: 'libbeside.so' });
    const right = { 'xformers/lib/libbeside.so': {} };
    expect(await answerFor(own, right)).toMatchObject({ answer: 'loads' });
  });

  it('lets what is asked for inherit DT_RPATH, and DT_RUNPATH not', async () => {
    const chain = {
      'xformers/lib/libfirst.so': { needed: ['libtorch_odd.so'] },
      'xformers/lib/libtorch_odd.so': {},
    };
    const needed = ['libfirst.so'];
    expect(await answerFor({ needed, rpath: '$ORIGIN/lib' }, chain)).toMatchObject({
      answer: 'loads',
    });
    expect(await answerFor({ needed, runpath: '${ORIGIN}/lib' }, chain)).toMatchObject({
      answer: 'cannot-load',
      name: 'libtorch_odd.so',
    });
  });

  it('never follows a place of another system, nor a name that is a place', async () => {
    const outside = join(root, 'outside');
    await createNodeSystem().files.writeBytes(join(outside, 'libtorch_odd.so'), elfFile({}));
    const own = { needed: ['libtorch_odd.so'], runpath: outside };
    expect(await answerFor(own)).toMatchObject({ answer: 'cannot-load' });
    expect(await answerFor({ needed: [join(outside, 'libtorch_odd.so')] })).toMatchObject({
      answer: 'unknown',
    });
  });

  it('tells nothing of what stands on a torch that does not load itself', async () => {
    const more = { 'torch/lib/libtorch_python.so': { needed: ['libcudnn.so.9'] } };
    expect(await answerFor({ needed: ['libc10.so'] }, more)).toEqual({
      ...found,
      answer: 'unknown',
      why: 'torch',
      name: 'libcudnn.so.9',
    });
  });
});

describe('on this very system', () => {
  async function systemWith(libc: ElfParts) {
    const folder = join(root, 'system');
    await createNodeSystem().files.writeBytes(join(folder, 'libc.so.6'), elfFile(libc));
    return systemWithCache({ 'libc.so.6': join(folder, 'libc.so.6') });
  }

  it('names a version that the system is too old for', async () => {
    const system = await systemWith({ soname: 'libc.so.6', versions: ['GLIBC_2.14'] });
    const memcpy = (version: string) => ({ name: 'memcpy', file: 'libc.so.6', version });
    const needed = ['libc.so.6'];
    expect(await answerFor({ needed, wants: [memcpy('GLIBC_2.38')] }, {}, system, true)).toEqual({
      ...found,
      answer: 'cannot-load',
      why: 'version',
      name: 'GLIBC_2.38 (libc.so.6)',
    });
  });

  it('finds a function in the system’s own library, or in none', async () => {
    const system = await systemWith({ soname: 'libc.so.6', gives: ['memcpy'] });
    const needed = ['libc.so.6'];
    expect(await answerFor({ needed, wants: ['memcpy'] }, {}, system, true)).toMatchObject({
      answer: 'loads',
    });
    expect(await answerFor({ needed, wants: ['memcpy_odd'] }, {}, system, true)).toMatchObject({
      answer: 'cannot-load',
      name: 'memcpy_odd',
    });
    expect(await answerFor({ needed: ['libodd.so.1'] }, {}, system, true)).toMatchObject({
      answer: 'cannot-load',
      name: 'libodd.so.1',
    });
  });
});

describe('where LD_LIBRARY_PATH may lead', () => {
  it('is not called missing what a toolkit of this system has', async () => {
    const system = systemWithCache({ 'libc.so.6': '/nowhere/libc.so.6' });
    const { files } = system;
    const withToolkit = {
      ...system,
      files: {
        ...files,
        list: async (folder: string) =>
          folder === '/usr/local/cuda/lib64'
            ? [{ name: 'libcudart.so.13', kind: 'file' as const }]
            : files.list(folder),
      },
    };
    const own = { needed: ['libcudart.so.13'] };
    expect(await answerFor(own, {}, withToolkit, true)).toMatchObject({ answer: 'unknown' });
    const without = await answerFor({ needed: ['libcudart.so.14'] }, {}, withToolkit, true);
    expect(without).toMatchObject({ answer: 'cannot-load' });
  });

  it('is unknown on a system that keeps no list of its libraries, as NixOS', async () => {
    const own = { needed: ['libodd.so.1'] };
    const answer = await answerFor(own, {}, systemWithCache({}), true);
    expect(answer).toMatchObject({ answer: 'unknown', why: 'library' });
  });
});

describe('which files count', () => {
  it('takes what a package loads first for loaded', async () => {
    const site = await paperSite(root, {
      ...torch,
      'torchaudio/lib/libtorchaudio.so': { gives: ['audio'] },
      'torchaudio/lib/_torchaudio.so': { needed: ['libtorchaudio.so'], wants: ['audio'] },
    });
    const names = ['torch', 'torchaudio'];
    const answers = await examineExtensions(createNodeSystem(), around(site, names));
    expect(answers.map((each) => each.answer)).toEqual(['loads', 'loads', 'loads']);
  });

  it('leaves out remains of another Python and what this torch does not use', async () => {
    const site = await paperSite(root, {
      ...torch,
      'comfy_kitchen/backends/cuda/_C.cpython-311-x86_64-linux-gnu.so': {},
      'comfy_kitchen/backends/cuda/_C.cpython-310-x86_64-linux-gnu.so': {},
      'comfy_kitchen/backends/hip/_C.cpython-311-x86_64-linux-gnu.so': {},
      'bitsandbytes/libbitsandbytes_cuda128.so': {},
      'bitsandbytes/libbitsandbytes_cuda118.so': {},
      'torchvision/image.so': {},
    });
    const names = ['torch', 'comfy-kitchen', 'bitsandbytes', 'torchvision'];
    const answers = await examineExtensions(createNodeSystem(), around(site, names));
    expect(answers.map((each) => each.file).slice(1)).toEqual([
      'torchvision/image.so',
      'comfy_kitchen/backends/cuda/_C.cpython-311-x86_64-linux-gnu.so',
      'bitsandbytes/libbitsandbytes_cuda128.so',
    ]);
    const onMac = around(site, names, { platform: 'darwin' });
    expect(await examineExtensions(createNodeSystem(), onMac)).toEqual([]);
  });
});
