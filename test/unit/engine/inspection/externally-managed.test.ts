import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isExternallyManaged } from '../../../../electron/engine/inspection/externally-managed.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { environmentKinds, type EnvironmentKind } from '../../../../shared/install.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attention-doctor-marker-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An environment of this kind with the marker in these folders. */
async function isManaged(kind: EnvironmentKind, ...marked: string[]): Promise<boolean> {
  const root = await mkdtemp(join(folder, 'root-'));
  await mkdir(join(root, 'lib', 'python3.12'), { recursive: true });
  for (const each of marked) {
    await mkdir(join(root, each), { recursive: true });
    await writeFile(join(root, each, 'EXTERNALLY-MANAGED'), '[externally-managed]\n');
  }
  const executable = join(root, 'bin', 'python');
  return isExternallyManaged(createNodeSystem(), {
    ...{ id: 'e', executable, version: '3.12.7', kind, environmentRoot: root, problems: [] },
  });
}

it('holds wherever pip looks at the marker: outside of virtual environments', async () => {
  const managed: EnvironmentKind[] = [];
  for (const kind of environmentKinds)
    if (await isManaged(kind, join('lib', 'python3.12'))) managed.push(kind);
  const free = environmentKinds.filter((kind) => !managed.includes(kind));
  expect(free).toEqual(['venv', 'virtualenv', 'uv']);
});

it.each([
  ['in the library of Windows', ['Lib'], true],
  ['in that of a free-threaded Python', [join('lib', 'python3.14t')], true],
  ['nowhere', [], false],
  ['beside the library', ['lib'], false],
  ['among the packages', [join('lib', 'python3.12', 'site-packages')], false],
])('is told by the marker %s', async (_, marked, expected) => {
  expect(await isManaged('conda', ...marked)).toBe(expected);
});
