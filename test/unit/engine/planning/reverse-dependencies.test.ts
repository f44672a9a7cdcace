import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  brokenBy,
  readRequirements,
  type Requirement,
} from '../../../../electron/engine/planning/reverse-dependencies.ts';
import { factsWith } from '../../../support/facts.ts';
import { write } from '../../../support/paper-environment.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

describe('what a package asks for', () => {
  const askedIn = async (metadata: string) => {
    const folder = await makeTemporaryFolder('requirements');
    await write(join(folder, 'METADATA'), metadata);
    const distributions = [{ name: 'x', version: '1.0', location: folder, hasRecord: true }];
    return readRequirements(createNodeSystem(), factsWith({ distributions }));
  };

  it.each<[string, [string, string][]]>([
    ['Requires-Dist: torch', [['torch', '']]],
    ['Requires-Dist: torch (>=2.4,<3)', [['torch', '>=2.4,<3']]],
    ['Requires-Dist: Flash_Attn[cuda] >=2', [['flash-attn', '>=2']]],
    ['Requires-Dist: torch>=2; extra == "gpu"', []],
    ['Requires-Dist: torch (>=2) ; python_version < "3.9"', []],
    ['Requires-Dist: torch (>=2) ; sys_platform == "linux"', [['torch', '>=2']]],
    ['Requires-Dist: torch (>=2) ; platform_release == "6"', []],
    ['Requires-Python: >=3.9', []],
    ['X-Requires-Dist: torch', []],
    ['Name: x\n\nRequires-Dist: torch', []],
  ])('is read from %j', async (metadata, expected) => {
    const found = await askedIn(metadata);
    expect(found).toEqual(expected.map(([name, specifier]) => ({ by: 'x', name, specifier })));
  });

  it('is read of every package that has it written down', async () => {
    const folder = await makeTemporaryFolder('requirements');
    const installed = (name: string) => ({
      ...{ name, version: '1.0', location: join(folder, name), hasRecord: true },
    });
    await write(join(folder, 'a', 'METADATA'), 'Requires-Dist: torch\n');
    await write(join(folder, 'c', 'METADATA'), 'Requires-Dist: numpy\nRequires-Dist: a\n');
    const distributions = ['a', 'b', 'c'].map(installed);
    expect(await readRequirements(createNodeSystem(), factsWith({ distributions }))).toEqual([
      { by: 'a', name: 'torch', specifier: '' },
      { by: 'c', name: 'numpy', specifier: '' },
      { by: 'c', name: 'a', specifier: '' },
    ]);
  });
});

describe('what a change breaks', () => {
  const broken = (from: string | null, to: string | null, asked: Partial<Requirement>) =>
    brokenBy(
      [{ name: 'torch', from, to }],
      [{ by: 'x', name: 'torch', specifier: '==2.6.0', ...asked }],
    ).length > 0;

  it.each<[string, string | null, string | null, Partial<Requirement>, boolean]>([
    ['was met and is not any more', '2.6.0', '2.7.0', {}, true],
    ['is met still', '2.6.0', '2.7.0', { specifier: '>=2.6' }, false],
    ['is met by the number without its build', '2.6.0+cu124', '2.6.0+cu126', {}, false],
    ['is that of a version that cannot be read', 'unknown', '2.7.0', {}, false],
    ['was not met before', '2.5.0', '2.7.0', {}, false],
    ['was not there before', null, '2.7.0', {}, false],
    ['is taken out', '2.6.0', null, {}, true],
    ['asks for any version', '2.6.0', '2.7.0', { specifier: '' }, false],
    ['asks for any version of what is taken out', '2.6.0', null, { specifier: '' }, false],
    ['asks for something else', '2.6.0', '2.7.0', { name: 'numpy' }, false],
    ['is that of a package that moves, too', '2.6.0', '2.7.0', { by: 'torch' }, false],
    ['cannot be read', '2.6.0', '2.7.0', { specifier: 'as new as can be' }, false],
  ])('a requirement that %s', (_, from, to, asked, expected) => {
    expect(broken(from, to, asked)).toBe(expected);
  });

  it('is told of every package', () => {
    const changes = [
      { name: 'torch', from: '2.6.0', to: '2.7.0' },
      { name: 'numpy', from: '1.26', to: '2.0' },
    ];
    const requirements = [
      { by: 'x', name: 'torch', specifier: '<2.7' },
      { by: 'y', name: 'numpy', specifier: '<3' },
      { by: 'z', name: 'numpy', specifier: '<2' },
    ];
    expect(brokenBy(changes, requirements).map((each) => each.by)).toEqual(['x', 'z']);
  });
});
