import { mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/facts.ts';
import { identityOf } from '../../../../electron/engine/repair/identity.ts';
import { readHead, readJournal, type Journal } from '../../../../electron/engine/repair/journal.ts';
import { boundaryOf } from '../../../../electron/engine/repair/places.ts';
import {
  takeSnapshot,
  type SnapshotOptions,
} from '../../../../electron/engine/repair/take-snapshot.ts';
import {
  factsOf,
  makePaperEnvironment,
  problemOf,
  write,
} from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { broughtOf } from '../../../support/sample-journal.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { buildWheel } from '../../../support/wheels/wheel.ts';

const old = buildWheel({
  name: 'a',
  version: '0.9',
  files: { 'a/x.py': 'x' },
  scripts: ['go = a:b'],
});
const other = buildWheel({ name: 'b', version: '1.0', files: { 'b/y.py': 'y' } });
const plan = samplePlan({ changes: [{ name: 'a', from: '0.9', to: '1.0' }] });
let paper: PaperEnvironment;
let at: (name: string) => string;
let folder: string;
beforeEach(async () => {
  paper = await makePaperEnvironment([old, other]);
  at = (name) => join(paper.sitePackages, name);
  folder = join(paper.folder, 'snapshots', 'one');
});

async function taking(changes: Partial<SnapshotOptions> = {}, facts?: Facts): Promise<Journal> {
  const boundary = await boundaryOf(paper.system, paper.root, []);
  const told = { folder, id: 'one', sequence: 3, at: new Date(5), staging: '/staging/one' };
  const options = { ...told, boundary, brought: [], ...changes };
  return takeSnapshot(paper.system, facts ?? (await factsOf(paper)), plan, options);
}
const paths = ({ territory }: Journal) => territory.taken.map((each) => each.path).sort();
const info = ['METADATA', 'WHEEL', 'entry_points.txt', 'RECORD', 'INSTALLER', 'REQUESTED'];
const own = () =>
  [at('a/x.py'), join(paper.root, 'bin', 'go')].concat(
    info.map((name) => at(`a-0.9.dist-info/${name}`)),
  );

describe('a snapshot', () => {
  it('takes what pip will remove, and knows what it only renames', async () => {
    await write(at('a/__pycache__/x.cpython-311.pyc'));
    const counts: number[] = [];
    const journal = await taking({ onCount: (count) => counts.push(count) });
    expect(paths(journal)).toEqual([...own(), at('a/__pycache__/x.cpython-311.pyc')].sort());
    const held = Object.fromEntries(journal.territory.taken.map((each) => [each.path, each.held]));
    expect(held[at('a/x.py')]).toBe('link');
    expect(held[join(paper.root, 'bin', 'go')]).toBe('copy');
    expect(counts).toEqual([9]);
    expect(await readdir(join(folder, 'held'))).toHaveLength(9);
  });

  it('takes what wheels will write over, once, and notes what they bring', async () => {
    const mine = await write(at('mine.py'), 'mine');
    await mkdir(at('folder'));
    const brought = [mine, at('new.py'), at('a/x.py'), at('folder')].map((each) => broughtOf(each));
    const journal = await taking({ brought });
    expect(paths(journal)).toEqual([...own(), mine].sort());
    expect(journal.territory.brought).toEqual(brought);
    expect(journal.territory.taken.find((each) => each.path === mine)?.held).toBe('copy');
  });

  it('takes links as links', async () => {
    await symlink('../b/y.py', at('a-0.9.dist-info/link'));
    const { taken } = (await taking()).territory;
    const link = taken.find((each) => each.path === at('a-0.9.dist-info/link'));
    expect(link).toMatchObject({ held: 'none', entry: { target: '../b/y.py' } });
  });

  it('is one for names that differ by case where they are one', async () => {
    paper.system = { ...paper.system, platform: 'win32' };
    const journal = await taking({ brought: [broughtOf(at('A/X.PY'))] });
    expect(paths(journal)).toEqual(own().sort());
  });

  it('notes the folders above, outermost first, and the names beside', async () => {
    const { territory } = await taking({ brought: [broughtOf(at('new/deep/z.py'))] });
    const folders = territory.folders.map((each) => each.path);
    expect(folders).toHaveLength(6);
    expect(new Set(folders)).toEqual(
      new Set([
        ...['lib', 'bin', 'lib/python3.11', 'lib/python3.11/site-packages'].map((each) =>
          join(paper.root, each),
        ),
        ...['a', 'a-0.9.dist-info'].map(at),
      ]),
    );
    expect(folders.map((each) => each.length)).toEqual(
      folders.map((each) => each.length).sort((x, y) => x - y),
    );
    expect(territory.folders.every((each) => each.entry.kind === 'folder')).toBe(true);
    expect(new Set(territory.listings.map((each) => each.path))).toEqual(new Set(folders));
    expect(territory.listings.flatMap((each) => each.names)).toEqual([]);
  });

  it('is written with a head that says all', async () => {
    const journal = await taking();
    const facts = await factsOf(paper);
    expect(journal).toMatchObject({ left: null, folder });
    expect(journal.head).toEqual({
      ...{ schema: 2, id: 'one', sequence: 3, at: new Date(5).toISOString() },
      ...{ reason: plan.goal, environmentId: plan.environmentId, planId: plan.id },
      ...{ changes: plan.changes, state: 'pending', restoredAt: null, staging: '/staging/one' },
      environment: await identityOf(paper.system, facts, ['a']),
      bytes: journal.territory.taken.reduce((all, each) => all + each.entry.bytes, 0),
    });
    expect(journal.head.bytes).toBeGreaterThan(100);
    expect(journal.head.environment.anchors).toHaveLength(1);
    expect(await readHead(paper.system, folder)).toEqual(journal.head);
    expect(await readJournal(paper.system, folder, journal.head, paper.root)).toEqual(journal);
  });

  it('is no snapshot before its head is written', async () => {
    const written: string[] = [];
    const writeText = async (file: string): Promise<void> => void written.push(file);
    paper.system = { ...paper.system, files: { ...paper.system.files, writeText } };
    await taking();
    expect(written).toEqual(['files.json', 'manifest.json'].map((name) => join(folder, name)));
  });

  it('can be cancelled at any time before that', async () => {
    const before = new AbortController();
    before.abort();
    expect((await problemOf(taking({ signal: before.signal })))?.code).toBe('cancelled');
    expect(await paper.system.files.list(folder)).toBeNull();
    const late = new AbortController();
    const { list } = paper.system.files;
    const flush = async (): Promise<void> => {
      // The last that it does before the head.
      paper.system.files.list = async (where) => {
        late.abort();
        return list(where);
      };
    };
    paper.system = { ...paper.system, files: { ...paper.system.files, flush } };
    const problem = await problemOf(taking({ signal: late.signal }));
    expect(problem?.code).toBe('cancelled');
    expect(await readdir(folder)).toEqual(['held']);
  });
});

describe('what lies outside of the environment', () => {
  const strange = async (): Promise<void> => {
    const record = await readFile(at('a-0.9.dist-info/RECORD'), 'utf8');
    await write(join(paper.folder, 'outside.py'), 'x');
    await write(at('a-0.9.dist-info/RECORD'), `${record}../../../../outside.py,,\n`);
  };
  it.each(['venv', 'virtualenv', 'uv'] as const)('is left alone by a %s', async (kind) => {
    await strange();
    const facts = await factsOf(paper);
    const interpreter = { ...facts.interpreter, kind };
    expect(paths(await taking({}, { ...facts, interpreter }))).toEqual(own().sort());
  });

  it('would be removed by any other Python, and is refused', async () => {
    await strange();
    const facts = await factsOf(paper);
    const interpreter = { ...facts.interpreter, kind: 'conda' as const };
    expect(await problemOf(taking({}, { ...facts, interpreter }))).toEqual({
      code: 'outside-environment',
      params: { path: join(paper.folder, 'outside.py') },
    });
  });
});

describe('what `setup.py develop` leaves', () => {
  it('is taken, too: it is edited in place', async () => {
    for (const name of ['easy-install.pth', 'A.egg-link', 'b.egg-link', 'a.egg-link2', 'x.pth'])
      await write(at(name), name);
    const journal = await taking();
    expect(paths(journal)).toEqual([...own(), at('easy-install.pth'), at('A.egg-link')].sort());
    const held = journal.territory.taken.filter((each) => each.path.endsWith('easy-install.pth'));
    expect(held[0]?.held).toBe('copy');
  });

  it('is found by both spellings of a name', async () => {
    for (const name of ['flash-attn.egg-link', 'flash_attn.egg-link', 'flash.egg-link'])
      await write(at(name), name);
    const changes = [{ name: 'flash-attn', from: null, to: '1.0' }];
    const boundary = await boundaryOf(paper.system, paper.root, []);
    const told = { folder, id: 'one', sequence: 3, at: new Date(5), staging: '/staging/one' };
    const journal = await takeSnapshot(
      paper.system,
      await factsOf(paper),
      samplePlan({ changes }),
      { ...told, boundary, brought: [] },
    );
    expect(paths(journal)).toEqual([at('flash-attn.egg-link'), at('flash_attn.egg-link')]);
  });

  it('is nothing without a folder of packages', async () => {
    const facts = await factsOf(paper);
    const interpreter = { ...facts.interpreter, sitePackages: [] };
    const journal = await taking({}, { ...facts, interpreter });
    const beside = journal.territory.folders.map((each) => each.path);
    expect(journal.territory.listings.map((each) => each.path)).toEqual(beside);
    expect(journal.territory.taken.every((each) => each.held === 'copy')).toBe(true);
    const gone = { ...interpreter, sitePackages: [join(paper.folder, 'gone')] };
    const { listings } = (await taking({}, { ...facts, interpreter: gone })).territory;
    expect(listings.flatMap((each) => each.names)).toEqual([]);
  });

  it('names the real folder of packages', async () => {
    const link = join(paper.folder, 'link');
    await symlink(paper.sitePackages, link);
    const facts = await factsOf(paper);
    const interpreter = { ...facts.interpreter, sitePackages: [link] };
    const journal = await taking({}, { ...facts, interpreter });
    expect(journal.territory.listings[0]?.path).toBe(paper.sitePackages);
    expect(journal.territory.taken.filter((each) => each.held === 'link')).toHaveLength(7);
  });
});
