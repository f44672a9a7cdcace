import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  entriesAt,
  entryAt,
  sameEntry,
  sameTime,
  type Entry,
} from '../../../../electron/engine/repair/entry.ts';
import { write } from '../../../support/paper-environment.ts';
import { entryOf } from '../../../support/sample-journal.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();

it('tells files, folders, links and what is not there', async () => {
  const folder = await makeTemporaryFolder('entry');
  const file = await write(join(folder, 'file'), 'four');
  await chmod(file, 0o640);
  await mkdir(join(folder, 'below'));
  await symlink('file', join(folder, 'link'));
  expect(await entryAt(system, file)).toMatchObject({
    ...{ kind: 'file', bytes: 4, mode: 0o640, target: null },
  });
  const below = await entryAt(system, join(folder, 'below'));
  expect(below).toMatchObject({ kind: 'folder', bytes: 0, target: null });
  const link = await entryAt(system, join(folder, 'link'));
  expect(link).toMatchObject({ kind: 'link', bytes: 0, target: 'file' });
  expect(Object.keys(link ?? {}).sort()).toEqual(Object.keys(entryOf()).sort());
  expect(await entryAt(system, join(folder, 'nothing'))).toBeNull();
  const all = await entriesAt(system, [join(folder, 'nothing'), file]);
  expect([...all]).toEqual([
    [join(folder, 'nothing'), null],
    [file, await entryAt(system, file)],
  ]);
});

const at = 1_700_000_000_000_000_000n;
it.each<[string, Entry | null, Entry | null, boolean]>([
  ['nothing twice', null, null, true],
  ['something and nothing', entryOf(), null, false],
  ['nothing and something', null, entryOf(), false],
  ['a file and a link', entryOf(), entryOf({ kind: 'link' }), false],
  [
    'folders of other times',
    entryOf({ kind: 'folder' }),
    entryOf({ kind: 'folder', mode: 0, modified: '0' }),
    true,
  ],
  [
    'links to the same',
    entryOf({ kind: 'link', target: 'a' }),
    entryOf({ kind: 'link', target: 'a', modified: '0', bytes: 9, mode: 0 }),
    true,
  ],
  [
    'links to others',
    entryOf({ kind: 'link', target: 'a' }),
    entryOf({ kind: 'link', target: 'b' }),
    false,
  ],
  ['files that are the same but for their inode', entryOf(), entryOf({ inode: '8' }), true],
  ['files of other sizes', entryOf(), entryOf({ bytes: 4 }), false],
  ['files of other modes', entryOf(), entryOf({ mode: 0o600 }), false],
  ['files of other times', entryOf(), entryOf({ modified: '0' }), false],
])('%s: %s', (_, a, b, same) => {
  expect(sameEntry(a, b)).toBe(same);
});

it.each([
  [0n, true],
  [1999n, true],
  [2000n, false],
  [-1999n, true],
  [-2000n, false],
])('times that differ by %i nanoseconds are the same: %s', (difference, same) => {
  expect(sameTime(String(at), String(at + difference))).toBe(same);
});
