import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  conflictsAmong,
  readRequirements,
} from '../../../../electron/engine/packages/requirements-here.ts';
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

describe('a conflict', () => {
  const installed = (name: string, version: string) => ({
    ...{ name, version, location: `/p/${name}`, hasRecord: true },
  });
  const there = [installed('mpmath', '1.4.1'), installed('odd', 'not-a-version')];
  const conflicts = (name: string, specifier: string) =>
    conflictsAmong(there, [
      { by: 'sympy', name, specifier },
      { by: 'sympy', name, specifier },
    ]);

  it('is told once, with what is asked for and what is there', () => {
    expect(conflicts('mpmath', '<1.4')).toEqual([
      { by: 'sympy', name: 'mpmath', specifier: '<1.4', version: '1.4.1' },
    ]);
  });

  it.each([
    ['mpmath', '>=1.4'],
    ['mpmath', ''],
    ['gone', '>=2'],
    ['odd', '>=2'],
    ['mpmath', '=>3'],
  ])('is none where %s %s is asked for', (name, specifier) => {
    expect(conflicts(name, specifier)).toEqual([]);
  });
});
