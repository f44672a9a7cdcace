import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { findThreats } from '../../../../electron/engine/threats/find-threats.ts';
import { readAsked } from '../../../../electron/engine/threats/read-asked.ts';
import { factsWith } from '../../../support/facts.ts';
import { write } from '../../../support/paper-environment.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();

async function install(files: Record<string, string>) {
  const root = await makeTemporaryFolder('threats');
  for (const [name, text] of Object.entries(files)) await write(join(root, name), text);
  return { root, sourceRoot: root, dataRoot: root };
}
const asked = async (files: Record<string, string>) =>
  (await readAsked(system, await install(files))).map(({ source, file, requirement, within }) => [
    source,
    file?.split('/').slice(-2).join('/'),
    requirement.text,
    ...within,
  ]);

describe('what an install asks for', () => {
  it('is read from lists, what they include, and scripts of nodes that are on', async () => {
    const found = await asked({
      'requirements.txt': 'torch\n',
      'custom_nodes/a/requirements.txt': '-r deep/more.txt\n-c bounds.txt\nnumpy',
      'custom_nodes/a/deep/more.txt': 'torch==2.4.0\n-r ../requirements.txt',
      'custom_nodes/a/bounds.txt': 'numpy<2',
      'custom_nodes/a/pyproject.toml': '[project]\ndependencies = ["xformers"]',
      'custom_nodes/b/pyproject.toml': '[project]\ndependencies = ["xformers"]',
      'custom_nodes/b/install.py': 'run("pip install torch==2.1")',
      'custom_nodes/c.disabled/requirements.txt': 'torch==1.0',
      'custom_nodes/.hidden/requirements.txt': 'torch==1.0',
      'custom_nodes/example.py': 'torch==1.0',
    });
    expect(found).toEqual([
      [expect.stringContaining('') as string, expect.anything() as string, 'torch'],
      ['a', 'a/requirements.txt', 'numpy', '<2'],
      ['a', 'deep/more.txt', 'torch==2.4.0'],
      ['b', 'b/pyproject.toml', 'xformers'],
      ['b', 'b/install.py', 'torch==2.1'],
    ]);
  });

  it('is nothing where nothing is, and where an include leads elsewhere', async () => {
    expect(
      await asked({ 'custom_nodes/a/requirements.txt': '-r https://example.org/x.txt' }),
    ).toEqual([]);
    expect(await asked({ 'custom_nodes/a/requirements.txt': '-r missing.txt\n-r .' })).toEqual([]);
  });

  it('is judged, nodes before packages', async () => {
    const { root, ...rest } = await install({
      'custom_nodes/b/requirements.txt': 'torch==2.4.0',
      'custom_nodes/a/requirements.txt': 'torch<2',
    });
    const torch = { name: 'torch', version: '2.9.1', location: '/t', hasRecord: true };
    const unmet = [{ by: '0', name: 'torch', specifier: '==2.0', version: '2.9.1' }];
    const facts = factsWith({ distributions: [torch], unmet });
    const found = await findThreats(system, { ...rest } as never, facts);
    expect(found.map(({ source }) => source)).toEqual(['a', 'b', '0']);
    expect(found[0]?.file).toBe(join(root, 'custom_nodes/a/requirements.txt'));
    expect(await findThreats(system, null, factsWith())).toEqual([]);
  });
});
