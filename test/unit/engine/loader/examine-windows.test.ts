import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { examineExtensions } from '../../../../electron/engine/loader/examine-extensions.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { PeParts } from '../../../support/compiled-files/pe-file.ts';
import { peFile } from '../../../support/compiled-files/pe-file.ts';
import { around, paperSite } from '../../../support/compiled-files/paper-site.ts';
import recorded from '../../../support/compiled-files/recorded-imports.json' with { type: 'json' };
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const kernel = { library: 'KERNEL32.dll', names: ['LoadLibraryW'] };
const torch: Record<string, PeParts> = {
  'torch/_C.cp311-win_amd64.pyd': { imports: [{ library: 'torch_python.dll' }] },
  'torch/lib/torch_python.dll': {
    imports: [{ library: 'c10.dll', names: ['error'] }, kernel],
    gives: ['wrap'],
  },
  'torch/lib/c10.dll': { imports: [{ library: 'VCRUNTIME140.dll' }], gives: ['error', 'warn'] },
  'torch/lib/cudart64_12.dll': { gives: ['cudaMalloc'] },
};

let root: string;
beforeEach(async () => {
  root = await makeTemporaryFolder('loader');
});

async function answerFor(
  own: PeParts,
  more: Record<string, PeParts> = {},
  systemFolder?: string,
  base = root,
) {
  const site = await paperSite(root, { ...torch, ...more, 'xformers/_C.pyd': own });
  const system = createNodeSystem();
  const answers = await examineExtensions(
    systemFolder === undefined ? system : { ...system, environment: { SystemRoot: systemFolder } },
    around(site, ['torch', 'xformers'], {
      platform: 'win32',
      isOwnSystem: systemFolder !== undefined,
      executable: join(base, 'python.exe'),
      base,
    }),
  );
  return answers.find((each) => each.file === 'xformers/_C.pyd');
}

describe('what Windows would do with xFormers', () => {
  it('loads what finds its libraries, whatever the case of their names', async () => {
    const imports = [
      { library: 'C10.DLL', names: ['warn'] },
      { library: 'cudart64_12.dll', names: ['cudaMalloc'] },
      { library: 'python311.dll' },
      { library: 'api-ms-win-crt-runtime-l1-1-0.dll' },
      kernel,
    ];
    expect(await answerFor({ imports })).toMatchObject({ answer: 'loads' });
  });

  it('names the library that Windows leaves out', async () => {
    const imports = [{ library: 'cudart64_13.dll', names: ['cudaMalloc'] }];
    expect(await answerFor({ imports })).toMatchObject({
      answer: 'cannot-load',
      why: 'library',
      name: 'cudart64_13.dll',
    });
  });

  it('names what a library beside it lacks in turn', async () => {
    const more = { 'xformers/beside.dll': { imports: [{ library: 'cublas64_11.dll' }] } };
    expect(await answerFor({ imports: [{ library: 'beside.dll' }] }, more)).toMatchObject({
      answer: 'cannot-load',
      name: 'cublas64_11.dll',
    });
  });

  it('names functions and numbers that torch does not have', async () => {
    const imports = [{ library: 'c10.dll', names: ['error', 'newer'], ordinals: [2, 77] }];
    expect(await answerFor({ imports })).toMatchObject({
      answer: 'cannot-load',
      why: 'functions',
      names: ['newer', 'c10.dll #77'],
      count: 2,
    });
  });

  it('misses nothing that is loaded when it is first called', async () => {
    expect(await answerFor({ delayed: [{ library: 'cudart64_11.dll' }] })).toMatchObject({
      answer: 'loads',
    });
  });

  it('knows the Python of another version', async () => {
    expect(await answerFor({ imports: [{ library: 'python310.dll' }] })).toMatchObject({
      answer: 'cannot-load',
      name: 'python310.dll',
    });
  });

  it('does not take for missing what another Windows may have', async () => {
    const imports = [{ library: 'odd.dll' }];
    expect(await answerFor({ imports })).toMatchObject({ answer: 'unknown', name: 'odd.dll' });
    expect(await answerFor({ imports: [{ library: 'nvcuda.dll' }] })).toMatchObject({
      answer: 'unknown',
      why: 'driver',
    });
  });

  it('looks into System32 where it is there, also for Microsoft’s runtime', async () => {
    const windows = join(root, 'Windows');
    const { writeBytes } = createNodeSystem().files;
    await writeBytes(join(windows, 'System32', 'vcruntime140.dll'), peFile({}));
    await writeBytes(join(root, 'python.exe'), peFile({}));
    const imports = [{ library: 'MSVCP140.dll' }];
    expect(await answerFor({ imports }, {}, windows)).toMatchObject({
      answer: 'cannot-load',
      name: 'MSVCP140.dll',
    });
    await writeBytes(join(windows, 'System32', 'msvcp140.dll'), peFile({}));
    expect(await answerFor({ imports }, {}, windows)).toMatchObject({ answer: 'loads' });
  });
});

describe('the Store’s Python', () => {
  it('has Microsoft’s runtime beside it, where nobody may look', async () => {
    const windows = join(root, 'Windows');
    const imports = [{ library: 'MSVCP140.dll' }];
    const closed = join(root, 'WindowsApps', 'closed');
    expect(await answerFor({ imports }, {}, windows, closed)).toMatchObject({ answer: 'loads' });
  });
});

describe('the import tables of real wheels', () => {
  it.each(recorded.wheels)('$wheel: $answer $name', async (row) => {
    const { place, imports, beside, answer, name } = row;
    const libraries = Object.fromEntries(
      recorded.torchLibraries.map((each) => [`torch/lib/${each}`, {}]),
    );
    const distribution = place.distribution;
    const site = await paperSite(root, {
      ...torch,
      ...libraries,
      ...Object.fromEntries(beside.map((each) => [each, {}])),
      [place.file]: { imports: imports.map((library) => ({ library })) },
    });
    const answers = await examineExtensions(
      createNodeSystem(),
      around(site, ['torch', distribution], { platform: 'win32', base: root }),
    );
    const own = answers.find((each) => each.file === place.file);
    expect([own?.answer, own?.name]).toEqual([answer, name ?? undefined]);
  });
});
