import { mkdir, readFile, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  dropHeld,
  heldAt,
  readHead,
  readJournal,
  stagingOf,
  writeHead,
  writeLeft,
  writeTerritory,
  type Journal,
} from '../../../../electron/engine/repair/journal.ts';
import { statePaths } from '../../../../electron/engine/state/state-paths.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { write } from '../../../support/paper-environment.ts';
import { broughtOf, entryOf, headOf, journalOf, takenOf } from '../../../support/sample-journal.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
let folder: string;
beforeEach(async () => {
  folder = join(await makeTemporaryFolder('journal'), 'one');
});

async function written(journal: Journal, root: string): Promise<void> {
  await writeTerritory(system, folder, root, journal.territory);
  await writeHead(system, folder, journal.head);
}
const whole = (root: string): Journal =>
  journalOf(folder, {
    taken: [takenOf(join(root, 'lib/a.py'))],
    brought: [
      broughtOf(join(root, 'lib/b.py')),
      broughtOf(join(root, 'bin/x'), {
        sha256: null,
        made: { by: 'entry-point', words: 'from a import b' },
      }),
      broughtOf(join(root, 'bin/y'), { made: { by: 'script', rest: 'ff' } }),
      broughtOf(join(root, 'bin/z'), { made: { by: 'metadata' } }),
    ],
    folders: [{ path: join(root, 'lib'), entry: entryOf({ kind: 'folder' }) }],
    emptied: [{ path: join(root, 'lib', '~x'), entry: entryOf({ kind: 'folder' }) }],
    listings: [{ path: join(root, 'lib'), names: ['a.py'] }],
  });

it('reads what was written', async () => {
  const journal = whole('/env');
  await written(journal, '/env');
  expect(await readHead(system, folder)).toEqual(journal.head);
  expect(await readJournal(system, folder, journal.head, '/env')).toEqual(journal);
  const left = [entryOf(), null];
  await writeLeft(system, folder, left);
  expect(await readJournal(system, folder, journal.head, '/env')).toEqual({ ...journal, left });
});

it('counts paths from the root, wherever that lies now', async () => {
  await written(whole('/env'), '/env');
  const text = await readFile(join(folder, 'files.json'), 'utf8');
  expect(text).toContain('"lib/a.py"');
  expect(text).not.toContain('/env');
  expect(await readJournal(system, folder, headOf(), '/moved')).toEqual(whole('/moved'));
});

describe('a damaged journal', () => {
  it.each(['manifest.json', 'files.json'])('is none: %s cut or gone', async (name) => {
    await written(whole('/env'), '/env');
    await truncate(join(folder, name), 20);
    const head = await readHead(system, folder);
    const journal = await readJournal(system, folder, headOf(), '/env');
    expect([head === null, journal === null]).toEqual([
      name === 'manifest.json',
      name === 'files.json',
    ]);
    expect(await readHead(system, join(folder, 'gone'))).toBeNull();
    expect(await readJournal(system, join(folder, 'gone'), headOf(), '/env')).toBeNull();
  });

  it('does not need what was left', async () => {
    await written(whole('/env'), '/env');
    await write(join(folder, 'left.json'), '[{}]');
    expect((await readJournal(system, folder, headOf(), '/env'))?.left).toBeNull();
  });

  it('of another version is none', async () => {
    await write(join(folder, 'manifest.json'), JSON.stringify({ ...headOf(), schema: 1 }));
    expect(await readHead(system, folder)).toBeNull();
  });

  it.each(Object.keys(headOf()))('without `%s` is none', async (key) => {
    await write(join(folder, 'manifest.json'), JSON.stringify({ ...headOf(), [key]: undefined }));
    expect(await readHead(system, folder)).toBeNull();
  });

  it.each(['pending', 'kept', 'restoring', 'restored', 'closed', 'odd'])(
    'in the state %s',
    async (state) => {
      await write(join(folder, 'manifest.json'), JSON.stringify({ ...headOf(), state }));
      expect((await readHead(system, folder))?.state).toBe(state === 'odd' ? undefined : state);
    },
  );

  type Lists = Record<string, Record<string, unknown>[]>;
  const places = Object.entries(whole('/env').territory).flatMap(([list, [first]]) =>
    Object.keys(first ?? {}).map((key): [string, string] => [list, key]),
  );
  it.each(places)('whose %s lack `%s` is none', async (list, key) => {
    const territory = structuredClone(whole('/env').territory) as unknown as Lists;
    const [first] = territory[list] ?? [];
    if (first) first[key] = { odd: true };
    await write(join(folder, 'files.json'), JSON.stringify(territory));
    expect(await readJournal(system, folder, headOf(), '/env')).toBeNull();
  });

  it.each(Object.keys(entryOf()))('with an entry without `%s` is none', async (key) => {
    const entry = { ...entryOf(), [key]: undefined };
    const { territory } = whole('/env');
    const taken = [{ ...takenOf('a'), entry }];
    await write(join(folder, 'files.json'), JSON.stringify({ ...territory, taken }));
    expect(await readJournal(system, folder, headOf(), '/env')).toBeNull();
  });

  it.each(['file', 'folder', 'link', 'other'] as const)('knows a %s', async (kind) => {
    await writeTerritory(system, folder, '/env', whole('/env').territory);
    await writeLeft(system, folder, [entryOf({ kind })]);
    const journal = await readJournal(system, folder, headOf(), '/env');
    expect(journal?.left?.[0]?.kind).toBe(kind);
  });

  it.each(['link', 'copy', 'none'] as const)('knows what is held as a %s', async (held) => {
    const taken = [takenOf('/env/a', { held })];
    await writeTerritory(system, folder, '/env', { ...whole('/env').territory, taken });
    const journal = await readJournal(system, folder, headOf(), '/env');
    expect(journal?.territory.taken[0]?.held).toBe(held);
  });

  it.each([
    ['script', { by: 'script' }],
    ['entry-point', { by: 'entry-point' }],
    ['nobody', { by: 'nobody' }],
  ])('with a file made up by a %s of which nothing is known is none', async (_, made) => {
    const { territory } = whole('/env');
    const brought = [{ ...broughtOf('a'), made }];
    await write(join(folder, 'files.json'), JSON.stringify({ ...territory, brought }));
    expect(await readJournal(system, folder, headOf(), '/env')).toBeNull();
  });
});

it('asks for time and room enough for a long journal', async () => {
  const asked: unknown[] = [];
  const readText = async (_: string, options: unknown): Promise<null> => {
    asked.push(options);
    return null;
  };
  await readHead({ ...system, files: { ...system.files, readText } }, folder);
  expect(asked).toEqual([{ limit: 268_435_456, timeLimit: 120_000 }]);
});

it('waits for the disk but for what it can do without', async () => {
  const asked: unknown[] = [];
  const writeText = async (file: string, _: string, options: unknown): Promise<void> => {
    asked.push([file, options]);
  };
  const own = { ...system, files: { ...system.files, writeText } };
  await writeHead(own, folder, headOf());
  await writeHead(own, folder, headOf(), { lazy: true });
  await writeLeft(own, folder, []);
  expect(asked).toEqual([
    [join(folder, 'manifest.json'), {}],
    [join(folder, 'manifest.json'), { lazy: true }],
    [join(folder, 'left.json'), { lazy: true }],
  ]);
});

it('drops what is held, and keeps the head', async () => {
  await written(whole('/env'), '/env');
  await writeLeft(system, folder, []);
  await mkdir(join(heldAt({ folder }, 0), 'deep'), { recursive: true });
  expect(heldAt({ folder }, 3)).toBe(join(folder, 'held', '3'));
  await dropHeld(system, folder);
  expect(await readdir(folder)).toEqual(['manifest.json']);
  const remove = () => Promise.reject(new ProblemError({ code: 'permission-denied' }));
  await dropHeld({ ...system, files: { ...system.files, remove } }, folder);
});

it('finds the staging folder by its name alone', () => {
  const paths = statePaths('/state');
  expect(stagingOf(paths, { staging: '/old/staging/one' })).toBe('/state/staging/one');
  expect(stagingOf(paths, { staging: '' })).toBe('/state/staging/none');
  expect(stagingOf(paths, { staging: '/' })).toBe('/state/staging/none');
});
