import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { pip } from '../../electron/engine/pip/run-pip.ts';
import { makeEnvironment, runPython } from '../support/environments.ts';
import { sampleEnvironment } from '../support/sample-machine.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { describeTree } from '../support/tree-digest.ts';
import { unpackWheel } from '../support/unpack-wheel.ts';
import { buildWheel } from '../support/wheels/wheel.ts';

const out = join(import.meta.dirname, '../../out');

it('takes away the bytecode beside the sources, and keeps its own in our folder alone', async () => {
  const environment = await makeEnvironment({ withoutPip: true });
  const empty = await describeTree(environment.root);
  const files = { 'thing/__init__.py': 'value = 1\n', 'thing/deep/part.py': 'value = 2\n' };
  await unpackWheel(environment, buildWheel({ name: 'thing', version: '1.0', files }));
  await runPython(environment, ['-m', 'compileall', '-q', join(environment.sitePackages, 'thing')]);
  expect(existsSync(join(environment.sitePackages, 'thing', 'deep', '__pycache__'))).toBe(true);

  const { stdout } = await runPython(environment, [
    '-c',
    'import platform as p; print(p.python_version())',
  ]);
  const { root: environmentRoot, python: executable } = environment;
  const known = sampleEnvironment({ executable, environmentRoot, version: stdout.trim() });
  const compiledFolder = await makeTemporaryFolder('compiled');
  const system = { ...createNodeSystem(out), compiledFolder };
  await pip(system, known, ['uninstall', '--yes', 'thing'], {});
  expect(await describeTree(environment.root)).toEqual(empty);
  const kept = await describeTree(compiledFolder);
  expect(kept.some((each) => each.includes('req_uninstall'))).toBe(true);
});
