import { expect, it } from 'vitest';
import { wheelFits, wheelUnfit } from '../../../../electron/engine/planning/own-wheel.ts';
import type { Surroundings } from '../../../../electron/engine/knowledge/surroundings.ts';

const here: Surroundings = {
  torch: { version: '2.8.0+cu128', cuda: '12.8', hip: null, xpu: null },
  platform: 'win32',
  architecture: 'x64',
  torchArchitectures: null,
  driver: null,
  python: '3.12.8',
  cards: [89],
  flashAttn: null,
};

it.each<[string, string[], Partial<Surroundings>]>([
  ['flash_attn-2.8.3+cu128torch2.8.0-cp312-cp312-win_amd64.whl', [], {}],
  ['flash_attn-2.8.3+cu128torch2.8.0-1-cp312-cp312-win_amd64.whl', [], {}],
  ['flash.attn-2.8.3-cp39-abi3-win_amd64.whl', [], {}],
  ['flash_attn-2.8.3-py3-none-any.whl', [], {}],
  ['flash_attn-2.8.3-py2.py3-none-any.whl', [], {}],
  ['flash_attn-2.8.3-cp312-cp312-manylinux_2_28_x86_64.whl', [], { platform: 'linux' }],
  [
    'flash_attn-2.8.3-cp312-cp312-linux_aarch64.whl',
    [],
    { platform: 'linux', architecture: 'arm64' },
  ],
  ['flash_attn-2.8.3-cp312-cp312-macosx_11_0_universal2.whl', [], { platform: 'darwin' }],
  [
    'flash_attn-2.8.3-cp312-cp312-win_amd64.whl',
    [],
    { platform: null, architecture: null, python: null },
  ],
  ['sageattention-2.2.0-cp312-cp312-win_amd64.whl', ['name'], {}],
  ['flash_attn-2.8.3-cp311-cp311-win_amd64.whl', ['python'], {}],
  ['flash_attn-2.8.3-cp313-abi3-win_amd64.whl', ['python'], {}],
  ['flash_attn-2.8.3-cp212-cp212-win_amd64.whl', ['python'], {}],
  ['flash_attn-2.8.3-py2-none-any.whl', ['python'], {}],
  ['flash_attn-2.8.3-cp312-cp312-linux_x86_64.whl', ['platform'], {}],
  ['flash_attn-2.8.3-cp312-cp312-win_arm64.whl', ['platform'], {}],
  ['flash_attn-2.8.3+cu128torch2.7.1-cp312-cp312-win_amd64.whl', ['torch'], {}],
  ['flash_attn-2.8.3+cu130torch2.8.0-cp312-cp312-win_amd64.whl', ['cuda'], {}],
  [
    'flash_attn-2.8.3+cu12torch2.8cxx11abiFALSE-cp312-cp312-linux_x86_64.whl',
    ['abi'],
    { platform: 'linux' },
  ],
  ['x-2.8.3+cu130-cp311-cp311-linux_x86_64.whl', ['name', 'python', 'platform', 'cuda'], {}],
  ['flash_attn-2.8.3.tar.gz', ['no-wheel'], {}],
  ['flash_attn-2.8.3-cp312.whl', ['no-wheel'], {}],
  ['a-b-c-d-e-f-g.whl', ['no-wheel'], {}],
])('%s differs in %j', (fileName, reasons, own) => {
  const found = wheelUnfit(fileName, 'flash-attn', { ...here, ...own }).map(({ key }) => key);
  expect(found).toEqual(reasons.map((each) => `wheel.unfit.${each}`));
});

it.each<[string, [string, string?][], Partial<Surroundings>]>([
  [
    '/down-loads/flash_attn-2.8.3+cu128torch2.8.0-1-cp312-cp312-win_amd64.whl',
    [
      ['python', 'cp312'],
      ['platform', 'win_amd64'],
      ['torch', '2.8.0'],
      ['cuda', '12'],
    ],
    {},
  ],
  [
    'sageattention-1.0.6-py3-none-any.whl',
    [
      ['python', 'py3'],
      ['platform', 'any'],
      ['torch-untold', '2.8.0+cu128'],
    ],
    {},
  ],
  [
    'flash_attn-2.8.3-cp312-cp312-any.whl',
    [['platform', 'any'], ['torch-untold']],
    { python: null },
  ],
])('%s says of itself what it was built for', (file, told, own) => {
  const found = wheelFits(file, { ...here, ...own });
  expect(found.map(({ key }) => key)).toEqual(told.map(([each]) => `wheel.fits.${each}`));
  for (const [index, [, value]] of told.entries())
    if (value !== undefined)
      expect(Object.values(found[index]?.params ?? {}).map(String)).toContain(value);
});
