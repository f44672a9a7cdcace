import { mkdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { find } from '../../../../electron/engine/discovery/find.ts';
import { rememberReads } from '../../../../electron/engine/discovery/remember-reads.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { Files, System } from '../../../../electron/engine/machine/system.ts';
import { makeComfyUi } from '../../../support/comfyui.ts';
import { createMachine } from '../../../support/synthetic-machine/builder.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

type Question = 'list' | 'info' | 'linkInfo' | 'readText' | 'readBytes' | 'realPath';

/** The real machine, with every question to its disk written down. */
function counting(): { system: System; asked: Map<Question, string[]> } {
  const machine = createNodeSystem();
  const asked = new Map<Question, string[]>();
  function watched<T>(name: Question, ask: (path: string) => Promise<T>) {
    return (path: string): Promise<T> => {
      asked.set(name, [...(asked.get(name) ?? []), path]);
      return ask(path);
    };
  }
  const { files } = machine;
  const own: Files = {
    ...files,
    list: watched('list', files.list),
    info: watched('info', files.info),
    linkInfo: watched('linkInfo', files.linkInfo),
    readText: watched('readText', files.readText),
    readBytes: watched('readBytes', files.readBytes),
    realPath: watched('realPath', files.realPath),
  };
  const processes = () => Promise.resolve([]);
  return { system: { ...machine, environment: { PATH: '' }, processes, files: own }, asked };
}

it('knows the real path of what was listed, also below a link', async () => {
  const root = await realpath(await makeTemporaryFolder('real'));
  await mkdir(join(root, 'there', 'inner'), { recursive: true });
  await symlink(join(root, 'there'), join(root, 'link'));
  const { system, asked } = counting();
  const { files } = rememberReads(system);
  for (const folder of [root, join(root, 'link')]) await files.list(folder);
  expect(await files.realPath(join(root, 'there'))).toBe(join(root, 'there'));
  expect(await files.realPath(join(root, 'link', 'inner'))).toBe(join(root, 'there', 'inner'));
  expect(await files.realPath(join(root, 'gone'))).toBeNull();
  const outside = asked.get('realPath')?.filter((path) => path.startsWith(root));
  expect(outside).toEqual([root, join(root, 'link'), join(root, 'gone')]);
});

it('asks the disk nothing twice, and few questions for an install and for an environment', async () => {
  const count = 10;
  const home = await makeTemporaryFolder('questions');
  const machine = createMachine(home, 'unix', join(home, 'started'));
  for (let index = 0; index < count; index += 1) {
    const at = await makeComfyUi({ at: join(home, 'AI', `${index}`, 'ComfyUI') });
    await machine.venv(join(at, 'venv'));
    await machine.venv(join(home, 'projects', `${index}`, '.venv'));
  }
  const { system, asked } = counting();
  const found = await find({ ...system, homeFolder: home }, { roots: [home], onlyRoots: true });
  expect([found.installs.length, found.environments.length]).toEqual([count, 2 * count]);
  for (const paths of asked.values()) expect(new Set(paths).size).toBe(paths.length);
  const own = [...asked.values()].flat().filter((path) => /\/(AI|projects)\/\d/.test(path));
  // Listed: its own, lib, site-packages. Looked at: the program. Read: pyvenv.cfg, activate,
  // torch's version.py.
  const environments = own.filter((path) => path.includes('venv'));
  expect(environments.length / (2 * count)).toBeLessThanOrEqual(7);
  const installs = own.filter((path) => path.includes('/AI/') && !path.includes('venv'));
  expect(installs.length / count).toBeLessThanOrEqual(4);
});
