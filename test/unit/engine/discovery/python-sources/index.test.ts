import { expect, it } from 'vitest';
import { environmentsOfSources } from '../../../../../electron/engine/discovery/python-sources/index.ts';
import type { PythonSource } from '../../../../../electron/engine/discovery/python-sources/source.ts';
import { ProblemError } from '../../../../../shared/problem.ts';
import { writeUnixPython, writeVenv } from '../../../../support/python-layouts.ts';
import { makeShapedMachine } from '../../../../support/shaped-machine.ts';

function answering(...locations: string[]): PythonSource {
  return { name: 'answering', find: () => Promise.resolve(locations) };
}

it('goes on when a source fails, lists each thing once, by the first name for it', async () => {
  const machine = await makeShapedMachine({ platform: 'linux' });
  await writeUnixPython('/usr', '3.12.4', machine);
  await writeVenv('/data/venv', '/usr', machine);
  await machine.link('/home/mei/venv', '/data/venv');
  const failing: PythonSource = {
    name: 'failing',
    find: () => Promise.reject(new ProblemError({ code: 'permission-denied' })),
  };
  const found = await environmentsOfSources(machine.system, undefined, [
    failing,
    answering('/home/mei/venv', '/usr/bin/python3', '/gone', 'relative/venv'),
    answering('/data/venv', '/data/venv/bin/python', '/usr/bin/python3.12', '/usr'),
  ]);
  expect(found.map(({ executable }) => executable)).toEqual([
    '/home/mei/venv/bin/python',
    '/usr/bin/python3',
  ]);
});
