import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readPackageHealth } from '../../../../electron/engine/inspection/package-health.ts';
import { readXformersBuild } from '../../../../electron/engine/inspection/xformers-build.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { readDistributions } from '../../../../electron/engine/packages/distributions.ts';
import { readTorchBuild } from '../../../../electron/engine/packages/torch-build.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();

async function sitePackages(files: Readonly<Record<string, string>>): Promise<string> {
  const site = await makeTemporaryFolder('site');
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(site, dirname(file)), { recursive: true });
    await writeFile(join(site, file), text);
  }
  return site;
}

async function healthOf(files: Readonly<Record<string, string>>) {
  const site = await sitePackages(files);
  return readPackageHealth(system, [site], await readDistributions(system, [site]));
}

const info = (name: string, record: string): Record<string, string> => ({
  [`${name}.dist-info/METADATA`]: 'Name: x\n',
  [`${name}.dist-info/RECORD`]: record,
});

it('compiled files that a RECORD names are looked for', async () => {
  const health = await healthOf({
    ...info('flash_attn-2.8.3', 'flash_attn/__init__.py,,\nflash_attn_2_cuda.so,,\n'),
    ...info('sageattention-2.2.0', '"sageattention/_fused.abi3.so",,\n'),
    ...info('pillow-11.0.0', 'PIL/_imaging.so,,\n'),
    'sageattention/_fused.abi3.so': '',
  });
  expect(health.missingFiles).toEqual([{ name: 'flash-attn', files: ['flash_attn_2_cuda.so'] }]);
});

it.each([
  ['conda', []],
  ['debian', []],
  ['pip', ['numpy']],
  ['uv\n', ['numpy']],
  ['', ['numpy']],
])('a missing RECORD counts where pip or the like installed: %j', async (installer, expected) => {
  const health = await healthOf({
    'numpy-2.2.6.dist-info/METADATA': '',
    'numpy-2.2.6.dist-info/INSTALLER': installer,
  });
  expect(health.withoutRecord).toEqual(expected);
});

it.each([
  ['a dist-info without METADATA', { 'xformers-0.0.35.dist-info/RECORD': '' }, ['xformers']],
  ['a package without dist-info', { 'torch/__init__.py': '' }, ['torch']],
  ['an empty folder of that name', { 'torch/lib/x.dll': '' }, []],
  ['an egg-info of the system', { 'torch-2.6.0.egg-info/PKG-INFO': '' }, []],
  ['one in order', { ...info('torch-2.6.0', ''), 'torch/__init__.py': '' }, []],
])('what tells no version: %s', async (_, files, expected) => {
  expect((await healthOf(files)).withoutMetadata).toEqual(expected);
});

it('an xFormers without metadata is one that Python imports', async () => {
  const site = await sitePackages({
    'xformers/__init__.py': '',
    'xformers/version.py': '# noqa\n__version__ = "0.0.32.post2"\n',
    'xformers/_C.so': '',
    'xformers/cpp_lib.json': '{"version":{"cuda":null,"hip":null,"torch":"2.8.0+cu128"}}',
  });
  const build = await readXformersBuild(system, [site], []);
  expect(build).toMatchObject({
    state: 'known',
    value: { version: '0.0.32.post2', withoutGpu: true, hasExtensionFile: true },
  });
});

it('torch says by the names of its files which Python it was compiled for', async () => {
  const site = await sitePackages({
    'torch/version.py': "__version__ = '2.8.0+cu128'\ncuda = '12.8'\n",
    'torch/_C.cp311-win_amd64.pyd': '',
    'torch/_C/__init__.pyi': '',
  });
  const build = await readTorchBuild(system, [site]);
  expect(build).toMatchObject({ value: { compiled: ['_C.cp311-win_amd64.pyd'] } });
});
