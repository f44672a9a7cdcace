import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { environmentPlatform } from '../../../../electron/engine/inspection/environment-platform.ts';
import { gatherStaticFacts } from '../../../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../../../electron/engine/pythons/environment-at.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

it.each([
  ['linux', '/mnt/c/ComfyUI/python_embeded/python.exe', 'win32'],
  ['darwin', '/Volumes/C/venv/Scripts/python.exe', 'win32'],
  ['win32', 'C:\\ComfyUI\\python_embeded\\python.exe', 'win32'],
  ['win32', '\\\\wsl.localhost\\Ubuntu\\home\\mei\\venv\\bin\\python', 'linux'],
  ['linux', '/home/mei/venv/bin/python', 'linux'],
  ['darwin', '/Users/mei/venv/bin/python', 'darwin'],
] as const)('on %s, %s is of %s', (platform, executable, expected) => {
  expect(environmentPlatform({ platform }, { executable })).toBe(expected);
});

it('a portable build on a mounted disk is judged as one on Windows, without what the host has', async () => {
  const root = join(await makeTemporaryFolder('disk'), 'python_embeded');
  const site = join(root, 'Lib', 'site-packages');
  await mkdir(join(site, 'triton_windows-3.5.1.dist-info'), { recursive: true });
  await writeFile(join(root, 'python.exe'), '');
  await writeFile(join(root, 'python312._pth'), 'python312.zip\r\n.\r\nimport site\r\n');
  const system = { ...createNodeSystem(), platform: 'linux' as const };
  const environment = await environmentAt(system, root);
  if (!environment) throw new Error('the environment was not recognised');
  const facts = await gatherStaticFacts(system, { id: 't', install: null, environment });
  expect(facts.platform).toBe('win32');
  expect(facts.driver.state).not.toBe('absent');
  expect(facts.toolchain).toMatchObject({
    compiler: { state: 'unknown' },
    headers: { state: 'absent' },
    importLibrary: { state: 'absent' },
    runtimeBesidePython: { state: 'absent' },
    runtimeOfSystem: { state: 'unknown' },
  });
});
