import { mkdir, readdir, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { isPartOf, removeOldParts } from '../../../../electron/engine/state/old-parts.ts';
import { write } from '../../../support/paper-environment.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
const id = '0b5b4c8a-5f6e-4d0c-9a3e-1d2c3b4a5f60';
const now = new Date('2026-11-30T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

it('takes away what a write that was killed left in the state folder a day ago, and nothing else', async () => {
  const folder = await makeTemporaryFolder('parts');
  const put = async (name: string, hours: number): Promise<void> => {
    await write(join(folder, name), 'cut short');
    await utimes(join(folder, name), hoursAgo(hours), hoursAgo(hours));
  };
  const old = [
    `settings.json.${id}.part`,
    `history/one.json.${id}.part`,
    `snapshots/environment/one/files.json.${id}.part`,
    `workflows/target/last.json.${id}.part`,
  ];
  const others = [
    'settings.json',
    'mine.part',
    `mine.${id}.part.txt`,
    `desktop/theirs.${id}.part`,
    `snapshots/environment/one/held/0.${id}.part`,
    `staging/one/wheel.whl.${id}.part`,
  ];
  for (const name of [...old, ...others]) await put(name, 25);
  await put(`places.json.${id}.part`, 23);
  await mkdir(join(folder, `folder.${id}.part`));
  await symlink('settings.json', join(folder, `link.${id}.part`));
  await removeOldParts(system, folder, now);
  const left = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => !each.isDirectory())
    .map((each) => join(each.parentPath, each.name));
  const stay = [...others, `places.json.${id}.part`, `link.${id}.part`];
  expect(left.sort()).toEqual(stay.map((name) => join(folder, name)).sort());
  expect(await readdir(join(folder))).toContain(`folder.${id}.part`);
  await removeOldParts(system, join(folder, 'nowhere'), now);
});

it.each([
  ['run.bat', `run.bat.${id}.part`, true],
  ['run.bat', `run.bat.bak.${id}.part`, false],
  ['run.bat', `run.bat${id}.part`, false],
  ['run.bat', `xrun.bat.${id}.part`, false],
  ['run.bat', 'run.bat.part', false],
  ['run.bat', `run.bat.${id}.part2`, false],
])('what is written in place of %s: %s', (name, file, is) => {
  expect(isPartOf(name, file)).toBe(is);
});
