import { expect, test } from 'vitest';
import { placeOf } from '../../../../electron/engine/consent/places.ts';
import { makeShapedMachine } from '../../../support/shaped-machine.ts';

const environment = {
  PUBLIC: 'C:\\Users\\Public',
  SystemRoot: 'C:\\Windows',
  PYENV_ROOT: '/data/pyenv',
  CONDA_ROOT: '/',
  UV_PYTHON_INSTALL_DIR: '',
};

test.each([
  ['linux', '/home/mei/ComfyUI/venv/bin', 'home'],
  ['linux', '/home/meier/venv/bin', 'elsewhere'],
  ['linux', '/usr/bin', 'system'],
  ['linux', '/opt/conda/bin', 'system'],
  ['linux', '/data/pyenv/versions/3.12.1/bin', 'tool'],
  ['linux', '/workspace/ComfyUI/venv/bin', 'container'],
  ['linux', '/tmp/venv/bin', 'temporary'],
  ['linux', '/shown/by/mei/venv/bin', 'added'],
  ['linux', '/data/venv/bin', 'elsewhere'],
  ['darwin', '/Users/mei/venv/bin', 'home'],
  ['darwin', '/Users/Shared/venv/bin', 'shared'],
  ['darwin', '/opt/homebrew/bin', 'system'],
  ['win32', 'D:\\ComfyUI_windows_portable\\python_embeded', 'drive'],
  ['win32', 'c:\\users\\PUBLIC\\ComfyUI', 'shared'],
  ['win32', 'C:\\Windows\\Temp\\x', 'shared'],
  ['win32', '\\\\nas\\ai\\ComfyUI', 'elsewhere'],
] as const)('%s: %s is %s', async (platform, folder, expected) => {
  const { system } = await makeShapedMachine({
    platform,
    environment,
    ...(platform === 'win32' ? { home: 'C:\\Users\\mei' } : {}),
  });
  const disk = { kind: 'fixed', name: '/', modesKept: true } as const;
  expect(await placeOf(system, ['/shown/by/mei'], folder, disk)).toBe(expected);
});

test('a fixed disk beside the system’s own is what a drive letter is on Windows', async () => {
  const { system } = await makeShapedMachine({ platform: 'linux' });
  const disk = { kind: 'fixed', name: '/mnt/models', modesKept: true } as const;
  expect(await placeOf(system, [], '/mnt/models/ComfyUI/venv/bin', disk)).toBe('disk');
});
