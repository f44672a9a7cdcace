import { cp, rename, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/facts.ts';
import {
  identityOf,
  isSameEnvironment,
  type Identity,
} from '../../../../electron/engine/repair/identity.ts';
import { factsOf, makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';

let paper: PaperEnvironment;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  for (const name of ['a', 'b', 'c', 'd']) await installed(name, 'RECORD', 1_700_000_000.123);
});

async function installed(name: string, file: string, time: number): Promise<string> {
  const at = join(paper.sitePackages, `${name}-1.0.dist-info`, file);
  await write(at, '');
  await utimes(at, time, time);
  return at;
}

async function noted(moving: string[] = ['d']): Promise<Identity> {
  return identityOf(paper.system, await factsOf(paper), moving);
}

/** The same environment at another place: with other folders on the disk. */
async function elsewhere(): Promise<PaperEnvironment> {
  const root = join(paper.folder, 'copy');
  await cp(paper.root, root, { recursive: true, preserveTimestamps: true });
  const environment = { ...paper.environment, environmentRoot: root };
  return { ...paper, root, environment, sitePackages: join(root, 'lib/python3.11/site-packages') };
}

describe('who an environment is', () => {
  it('is its folder, its Python and the packages that stay', async () => {
    const info = await paper.system.files.info(paper.sitePackages);
    const identity = await noted();
    expect(identity).toMatchObject({
      ...{ root: paper.root, python: '3.11' },
      ...{ device: info?.device, inode: info?.inode, born: info?.born },
    });
    expect(identity.anchors.map((each) => each.path)).toEqual(
      ['a', 'b', 'c'].map((name) => `lib/python3.11/site-packages/${name}-1.0.dist-info`),
    );
    expect(identity.anchors.every((each) => each.modified.startsWith('1700000000'))).toBe(true);
  });

  it('takes METADATA or PKG-INFO where there is no RECORD, and nothing where there is none', async () => {
    await unlink(join(paper.sitePackages, 'a-1.0.dist-info', 'RECORD'));
    await installed('b', 'METADATA', 1);
    await installed('e', 'METADATA', 2);
    await installed('f', 'PKG-INFO', 3);
    const anchors = (await noted()).anchors.map(({ path, modified }) => [
      path.slice(-15, -14),
      modified.slice(0, 1) + modified.slice(-9),
    ]);
    expect(anchors.map(([name]) => name)).toEqual(['b', 'c', 'e', 'f']);
    expect(anchors.slice(2)).toEqual([
      ['e', '2000000000'],
      ['f', '3000000000'],
    ]);
  });

  it('notes twelve packages at most', async () => {
    for (let number = 0; number < 20; number += 1) await installed(`p${number}`, 'RECORD', 1);
    expect((await noted()).anchors).toHaveLength(12);
  });

  it('is known without a folder of packages, too', async () => {
    const facts = await factsOf(paper);
    const interpreter = { ...facts.interpreter, sitePackages: [], version: null };
    const identity = await identityOf(paper.system, { ...facts, interpreter }, []);
    const root = await paper.system.files.info(paper.root);
    expect(identity).toMatchObject({ python: null, inode: root?.inode });
    const environmentRoot = join(paper.folder, 'gone');
    const gone = { ...facts, distributions: [], interpreter: { ...interpreter, environmentRoot } };
    expect(await identityOf(paper.system, gone, [])).toMatchObject({
      ...{ device: '', inode: '', born: '0', anchors: [] },
    });
  });
});

describe('the same environment', () => {
  const same = async (
    identity: Identity,
    changes: Partial<Facts['interpreter']> = {},
    of = paper,
  ) => {
    const facts = await factsOf(of);
    const interpreter = { ...facts.interpreter, ...changes };
    return isSameEnvironment(of.system, identity, { ...facts, interpreter });
  };

  it('is told by its folder alone', async () => {
    const identity = { ...(await noted()), anchors: [] };
    expect(await same(identity)).toBe(true);
    expect(await same({ ...identity, inode: '1' })).toBe(false);
    expect(await same({ ...identity, born: '1' })).toBe(false);
    await rename(paper.root, join(paper.folder, 'moved'));
    const root = join(paper.folder, 'moved');
    const sitePackages = [join(root, 'lib/python3.11/site-packages')];
    expect(await same(identity, { environmentRoot: root, sitePackages })).toBe(true);
    expect(await same(identity, { environmentRoot: root, sitePackages: [] })).toBe(false);
  });

  it.each([
    ['3.11', '3.11.1', true],
    ['3.11', '3.12.0', false],
    ['3.1', '3.11.0', false],
    [null, '3.12.0', true],
    ['3.11', null, true],
    ['3.11', 'Python 3.12', true],
    ['3.11', 'odd', true],
  ])('of Python %s has %s now: %s', async (python, version, expected) => {
    expect(await same({ ...(await noted()), python }, { version })).toBe(expected);
  });

  it('is told by more than half of its packages where it was copied', async () => {
    const identity = await noted();
    const copy = await elsewhere();
    expect(await same(identity, {}, copy)).toBe(true);
    const at = (name: string) =>
      join(copy.root, `lib/python3.11/site-packages/${name}-1.0.dist-info/RECORD`);
    await unlink(at('a'));
    expect(await same(identity, {}, copy)).toBe(true);
    await utimes(at('b'), 1, 1);
    expect(await same(identity, {}, copy)).toBe(false);
    const two = { ...identity, anchors: identity.anchors.slice(1) };
    expect(await same(two, {}, copy)).toBe(false);
    await unlink(at('b'));
    await unlink(at('c'));
    expect(await same(identity, {}, copy)).toBe(false);
  });

  it('is not one that was made anew with the same packages', async () => {
    const identity = await noted();
    const copy = await elsewhere();
    for (const name of ['a', 'b', 'c'])
      await utimes(
        join(copy.root, `lib/python3.11/site-packages/${name}-1.0.dist-info/RECORD`),
        1_700_000_010,
        1_700_000_010,
      );
    expect(await same(identity, {}, copy)).toBe(false);
    expect(await same({ ...identity, anchors: [] }, {}, copy)).toBe(false);
  });

  const second = 1_000_000_000n;
  it.each<[string, bigint, bigint, boolean]>([
    ['to the nanosecond', 5n * second + 5n, 5n * second + 5n, true],
    ['to the microsecond', 5n * second + 1000n, 5n * second + 1n, true],
    ['in whole seconds', 5n * second, 5n * second + 999_999_999n, true],
    ['in every second second, below', 4n * second, 6n * second - 1n, true],
    ['in every second second, above', 6n * second, 4n * second + 1n, true],
    ['two seconds before', 4n * second, 6n * second, false],
    ['two seconds after', 6n * second, 4n * second, false],
    ['near, but not in whole seconds', 5n * second + 10_000n, 5n * second, false],
  ])('keeps its times %s', async (_, now, then, expected) => {
    const copy = await elsewhere();
    const info = async (file: string) => {
      const found = await paper.system.files.info(file);
      return found && { ...found, modified: String(now), inode: 'other' };
    };
    const system = { ...paper.system, files: { ...paper.system.files, info } };
    const identity = await noted();
    const anchors = identity.anchors.map(({ path }) => ({ path, modified: String(then) }));
    expect(await same({ ...identity, anchors }, {}, { ...copy, system })).toBe(expected);
  });
});
