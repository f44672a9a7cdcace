import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../../electron/engine/machine/system.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { afterGoingBack } from '../../../../electron/engine/repair/after-going-back.ts';
import { heldAt, type Taken } from '../../../../electron/engine/repair/journal.ts';
import { write } from '../../../support/paper-environment.ts';
import { deciding } from '../../../support/paper-journal.ts';
import { entryOf, journalOf, placeOf, takenOf } from '../../../support/sample-journal.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
let root: string;
let at: (name: string) => string;
beforeEach(async () => {
  root = await makeTemporaryFolder('view');
  at = (name) => join(root, 'env', name);
  await mkdir(at('empty'), { recursive: true });
});

const link = (name: string, target: string): Taken =>
  takenOf(at(name), { entry: entryOf({ kind: 'link', target }), held: 'none' });

/** The files as they would be if these came back and those went. */
async function view(taken: Taken[], removed: string[] = []): Promise<Files> {
  const journal = journalOf(join(root, 'journal'), { taken });
  for (const [index, each] of taken.entries())
    if (each.held !== 'none') await write(heldAt(journal, index), `held ${index}`);
  const decision = deciding({
    putBack: taken.map((each, index) => placeOf(each.path, { taken: index })),
    remove: removed.map((name) => placeOf(at(name))),
  });
  return afterGoingBack(system, journal, decision).files;
}

describe('a link that comes back', () => {
  const chain = (length: number): Taken[] => [
    takenOf(at('end')),
    ...Array.from({ length }, (_, index) =>
      link(`link${index}`, index === 0 ? 'end' : `link${index - 1}`),
    ),
  ];

  it('is followed as often as Linux does, and no further', async () => {
    expect(await (await view(chain(40))).readText(at('link39'))).toBe('held 0');
    expect(await (await view(chain(41))).readText(at('link40'))).toBeNull();
  });

  it('leads nowhere in a circle, or to what goes', async () => {
    const files = await view([link('a', 'b'), link('b', 'a'), link('c', 'gone')], ['gone']);
    await write(at('gone'), 'ours');
    for (const name of ['a', 'b', 'c']) expect(await files.info(at(name))).toBeNull();
    expect(await files.readLink(at('a'))).toBe('b');
  });

  it('is told from one that has nothing to do with the repair', async () => {
    await symlink('elsewhere', at('theirs'));
    const files = await view([link('a', 'b')]);
    expect(await files.readLink(at('theirs'))).toBe('elsewhere');
  });
});

describe('what goes', () => {
  it('is not there for any question, and its folder only where something else is in it', async () => {
    for (const name of ['alone/x', 'shared/x', 'shared/mine']) await write(at(name), 'ours');
    const files = await view([], ['alone/x', 'shared/x']);
    expect(await files.info(at('alone/x'))).toBeNull();
    expect(await files.linkInfo(at('alone/x'))).toBeNull();
    expect(await files.readBytes(at('alone/x'))).toBeNull();
    expect(await files.openFile(at('alone/x'))).toBeNull();
    const names = ((await files.list(join(root, 'env'))) ?? []).map(({ name }) => name);
    expect(names.sort()).toEqual(['empty', 'shared']);
    expect((await files.list(at('shared')))?.map(({ name }) => name)).toEqual(['mine']);
  });
});

it('a folder that is not there and into which nothing comes back is none', async () => {
  const files = await view([takenOf(at('deep/er/x'))]);
  expect(await files.list(at('nowhere'))).toBeNull();
  expect(await files.list(at('deep'))).toEqual([{ name: 'er', kind: 'folder' }]);
  expect(await files.list(at('deep/er'))).toEqual([{ name: 'x', kind: 'file' }]);
});

it('a copy is another file than the one that was taken, a link the same', async () => {
  const files = await view([takenOf(at('a')), takenOf(at('b'), { held: 'copy' })]);
  const unknown = { device: '', born: '' };
  expect(await files.linkInfo(at('a'))).toEqual({ ...entryOf(), ...unknown });
  expect(await files.linkInfo(at('b'))).toEqual({ ...entryOf(), ...unknown, inode: '' });
});
