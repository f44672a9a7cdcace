import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  ownPipFolder,
  ownPipFor,
  ownPips,
  pipCommand,
  pipVariables,
} from '../../../../electron/engine/pip/own-pip.ts';
import { requirePip } from '../../../../electron/engine/pip/run-pip.ts';
import { write } from '../../../support/paper-environment.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const assets = join(import.meta.dirname, '../../../../assets');

describe('the pip that is brought along', () => {
  it.each(ownPips.map((row) => [row.file, row] as const))(
    '%s is the one of the table',
    async (_, row) => {
      const bytes = await readFile(join(assets, 'pip', row.file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256);
      expect(row.file).toBe(`pip-${row.version}-py3-none-any.whl`);
    },
  );

  it.each([
    ['3.13.1', '26.3'],
    ['3.15.0a1', '26.3'],
    ['3.10', '26.3'],
    ['3.9.18', '25.0.1'],
    ['3.8.18', '25.0.1'],
    ['3.7.16', undefined],
    ['2.7.18', undefined],
    ['unknown', undefined],
    [null, undefined],
  ])('drives Python %s as %s', (python, version) => {
    expect(ownPipFor(python)?.version).toBe(version);
  });

  async function brought(): Promise<string> {
    const folder = await makeTemporaryFolder('brought');
    await write(join(folder, 'pip', '26.3', 'start', 'pip'), '');
    return folder;
  }

  it('is what runs, whatever the environment has', async () => {
    const environment = sampleEnvironment({ version: '3.11.7', executable: '/env/bin/python' });
    const folder = await brought();
    const ours = createNodeSystem(folder);
    const own = join(folder, 'pip', '26.3');
    expect(await ownPipFolder(ours, environment)).toBe(own);
    expect(await pipCommand(ours, environment, ['list'])).toEqual({
      program: '/env/bin/python',
      arguments: ['-B', join(own, 'start', 'pip'), 'list'],
    });
    await expect(requirePip(ours, environment, null)).resolves.toBeUndefined();
  });

  it('is compiled into a folder of ours, and nothing in the environment', async () => {
    const embedded = sampleEnvironment({ version: '3.11.7', kind: 'embedded' });
    const folder = await brought();
    const ours = { ...createNodeSystem(folder), compiledFolder: '/state/compiled' };
    const command = await pipCommand(ours, embedded, ['list']);
    const own = join(folder, 'pip', '26.3', 'start', 'pip');
    expect(command.arguments).toEqual(['-X', 'pycache_prefix=/state/compiled', '-s', own, 'list']);
    expect(pipVariables(command)).toEqual({ PYTHONDONTWRITEBYTECODE: undefined });
    const others = await pipCommand(createNodeSystem(), embedded, ['list']);
    expect(pipVariables(others)).toEqual({});
  });

  it('is quick in every call of it', async () => {
    const environment = sampleEnvironment({ version: '3.11.7' });
    const ours = { ...createNodeSystem(await brought()), compiledFolder: '/state/compiled' };
    for (const word of ['install', 'uninstall', 'download'])
      expect((await pipCommand(ours, environment, [word, 'a'])).arguments[0]).toBe('-X');
  });

  it('is unpacked from a package once, into a folder of ours', async () => {
    const environment = sampleEnvironment({ version: '3.11.7' });
    const folder = await makeTemporaryFolder('brought');
    const compiledFolder = join(await makeTemporaryFolder('state'), 'compiled');
    const text = new TextEncoder();
    const zip = zipSync({
      '26.3/start/pip': text.encode('first'),
      '26.3/pip/__init__.py': text.encode(''),
      '25.0.1/start/pip': text.encode('other'),
    });
    await writeFile(join(folder, 'pips.br'), brotliCompressSync(zip));
    const ours = { ...createNodeSystem(folder), compiledFolder };
    const [own, atOnce] = await Promise.all([
      ownPipFolder(ours, environment),
      ownPipFolder(ours, environment),
    ]);
    expect(atOnce).toBe(own);
    expect(own).toMatch(/compiled.pip.26\.3-[0-9a-f]{12}$/);
    expect(await readFile(join(own ?? '', 'start', 'pip'), 'utf8')).toBe('first');
    await writeFile(join(own ?? '', 'start', 'pip'), 'kept');
    expect(await ownPipFolder(ours, environment)).toBe(own);
    expect(await readFile(join(own ?? '', 'start', 'pip'), 'utf8')).toBe('kept');
    expect(await readdir(join(compiledFolder, 'pip'))).toHaveLength(1);
  });

  it('is not run where it is not there', async () => {
    const environment = sampleEnvironment({ version: '3.11.7' });
    const system = createNodeSystem(await makeTemporaryFolder('brought'));
    expect(await ownPipFolder(system, environment)).toBeNull();
    const command = await pipCommand(system, environment, ['list']);
    expect(command.arguments.slice(-3)).toEqual(['-m', 'pip', 'list']);
  });
});
