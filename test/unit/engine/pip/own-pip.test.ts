import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  ownPipFile,
  ownPipFor,
  ownPips,
  pipCommand,
} from '../../../../electron/engine/pip/own-pip.ts';
import { requirePip } from '../../../../electron/engine/pip/run-pip.ts';
import { write } from '../../../support/paper-environment.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const assets = join(import.meta.dirname, '../../../../assets');
const ours = createNodeSystem(assets);

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

  it('is what runs, whatever the environment has', async () => {
    const environment = sampleEnvironment({ version: '3.11.7', executable: '/env/bin/python' });
    const file = join(assets, 'pip', 'pip-26.3-py3-none-any.whl');
    expect(await ownPipFile(ours, environment)).toBe(file);
    expect(await pipCommand(ours, environment, ['list'])).toEqual({
      program: '/env/bin/python',
      arguments: ['-B', join(file, 'pip'), 'list'],
    });
    await expect(requirePip(ours, environment, null)).resolves.toBeUndefined();
  });

  it('is not run where it is not there, or is another file than we know', async () => {
    const environment = sampleEnvironment({ version: '3.11.7' });
    const folder = await makeTemporaryFolder('brought');
    const system = createNodeSystem(folder);
    expect(await ownPipFile(system, environment)).toBeNull();
    await write(join(folder, 'pip', 'pip-26.3-py3-none-any.whl'), 'something else');
    expect(await ownPipFile(system, environment)).toBeNull();
    const command = await pipCommand(system, environment, ['list']);
    expect(command.arguments.slice(-3)).toEqual(['-m', 'pip', 'list']);
  });
});
