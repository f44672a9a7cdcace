import { mkdir, readFile, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import {
  noteNeighbours,
  requireNeighbours,
} from '../../../../electron/engine/repair/neighbours.ts';
import { ownersOf } from '../../../../electron/engine/repair/owners.ts';
import { requireNobodysElse } from '../../../../electron/engine/repair/require-nobodys-else.ts';
import type { Distribution } from '../../../../shared/facts.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { broughtOf, hashOf, journalOf, takenOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let system: System;
let at: (name: string) => string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  system = paper.system;
  at = (name) => join(paper.sitePackages, name);
});

async function installed(name: string, record: string): Promise<Distribution> {
  const location = at(`${name}-1.0.dist-info`);
  await write(join(location, 'RECORD'), record);
  return { name, version: '1.0', location, hasRecord: true };
}

describe('owners', () => {
  it('are those whose RECORD names a path that is asked for', async () => {
    const a = await installed('a', 'shared/x.py,,\na/y.py,,\n../../../bin/run,,\n');
    const b = await installed('b', 'b/z.py,,\n');
    const asked = new Set([at('shared/x.py'), join(paper.root, 'bin/run'), at('none.py')]);
    expect([...(await ownersOf(system, [a, b], asked))]).toEqual([
      [at('shared/x.py'), 'a'],
      [join(paper.root, 'bin/run'), 'a'],
    ]);
  });

  it('are known by the real place of their folder, and by the key of a path', async () => {
    const a = await installed('a', 'A/X.py,,\n');
    const lib64 = join(paper.root, 'lib64');
    await symlink('lib', lib64);
    const location = a.location.replace('/lib/', '/lib64/');
    expect(location).not.toBe(a.location);
    const asked = new Set([at('A/X.py')]);
    expect((await ownersOf(system, [{ ...a, location }], asked)).get(at('A/X.py'))).toBe('a');
    const key = at('A/X.py').toLowerCase();
    const windows = { ...system, platform: 'win32' as const };
    expect((await ownersOf(windows, [a], new Set([key]))).get(key)).toBe('a');
  });

  it('are none where the RECORD or the folder is gone, or cannot be read', async () => {
    const a = await installed('a', 'x.py,,\n');
    const gone = { ...a, location: join(paper.folder, 'gone', 'a-1.0.dist-info') };
    const readText = (file: string) =>
      file.startsWith(a.location)
        ? Promise.reject(new ProblemError({ code: 'permission-denied' }))
        : Promise.resolve(null);
    const broken = { ...system, files: { ...system.files, readText } };
    expect((await ownersOf(broken, [a, gone], new Set([at('x.py')]))).size).toBe(0);
  });
});

describe('a wheel that writes over a file of another package', () => {
  const told = (sha256: string | null, owner: string | null = 'b', name = 'x.py') => {
    const journal = journalOf(paper.folder, { brought: [broughtOf(at(name), { sha256 })] });
    const owners = new Map(owner === null ? [] : [[at('x.py'), owner]]);
    return problemOf(requireNobodysElse(system, journal, owners));
  };

  it('is refused, unless the content is the same', async () => {
    await write(at('x.py'), 'theirs');
    const refused = { code: 'belongs-to-others', params: { path: at('x.py'), name: 'b' } };
    expect(await told(hashOf('ours'))).toEqual(refused);
    expect(await told(null)).toEqual(refused);
    expect(await told(hashOf('theirs'))).toBeNull();
    expect(await told(hashOf('ours'), null)).toBeNull();
  });

  it('is no matter where nothing stands there', async () => {
    expect(await told(hashOf('ours'))).toBeNull();
    expect(await told(null)).toBeNull();
  });

  it('is found behind others, by the key of its path', async () => {
    await write(at('X.py'), 'theirs');
    await write(at('y.py'), 'same');
    const brought = [
      broughtOf(at('w.py')),
      broughtOf(at('y.py'), { sha256: hashOf('same') }),
      broughtOf(at('X.py')),
    ];
    const owners = new Map(
      [at('w.py'), at('y.py'), at('x.py')].map((key) => [key.toLowerCase(), 'b']),
    );
    const windows = { ...system, platform: 'win32' as const };
    const journal = journalOf(paper.folder, { brought });
    expect((await problemOf(requireNobodysElse(windows, journal, owners)))?.params).toEqual({
      path: at('X.py'),
      name: 'b',
    });
  });
});

describe('neighbours', () => {
  const journal = () => ({
    taken: [takenOf(at('shared/mine.py'))],
    brought: [broughtOf(at('more/new.py'))],
    folders: [],
    listings: [],
  });

  it('are the files of others in folders of the repair, and have to stay', async () => {
    const b = await installed('b', 'shared/x.py,,\nmore/y.py,,\nb/z.py,,\nshared/gone.py,,\n');
    await write(at('shared/x.py'), 'x');
    await write(at('more/y.py'), 'y');
    const before = await noteNeighbours(system, [b], journal());
    expect([...before.keys()]).toEqual(['shared/x.py', 'more/y.py', 'shared/gone.py'].map(at));
    expect(before.get(at('shared/gone.py'))).toBeNull();
    expect(before.get(at('shared/x.py'))?.bytes).toBe(1);
    await requireNeighbours(system, before);
    await unlink(at('more/y.py'));
    expect(await problemOf(requireNeighbours(system, before))).toEqual({
      code: 'verification-failed',
      detail: at('more/y.py'),
    });
    await write(at('more/y.py'), await readFile(at('shared/x.py')));
    await write(at('shared/x.py'), 'changed');
    const problem = await problemOf(requireNeighbours(system, before));
    expect(problem?.detail).toBe(at('shared/x.py'));
  });

  it('are found by the real place of their folder, and there where it is gone', async () => {
    const b = await installed('b', 'shared/x.py,,\n');
    await symlink('lib', join(paper.root, 'lib64'));
    const location = b.location.replace('/lib/', '/lib64/');
    const found = await noteNeighbours(system, [{ ...b, location }], journal());
    expect([...found.keys()]).toEqual([at('shared/x.py')]);
    const realPath = () => Promise.resolve(null);
    const blind = { ...system, files: { ...system.files, realPath } };
    expect([...(await noteNeighbours(blind, [b], journal())).keys()]).toEqual([at('shared/x.py')]);
  });

  it('came up where there was nothing: that is told, too', async () => {
    const before = new Map([[at('new.py'), null]]);
    await requireNeighbours(system, before);
    await mkdir(at('new.py'));
    expect((await problemOf(requireNeighbours(system, before)))?.detail).toBe(at('new.py'));
  });
});
