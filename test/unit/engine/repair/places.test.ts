import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnvironmentKind } from '../../../../shared/install.ts';
import {
  boundaryFor,
  boundaryOf,
  isBelow,
  keyOf,
  realPlaces,
} from '../../../../electron/engine/repair/places.ts';
import { factsOf, makePaperEnvironment, problemOf } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';

let paper: PaperEnvironment;
beforeEach(async () => {
  paper = await makePaperEnvironment();
});

describe('the boundary of an environment', () => {
  it('is its real folder', async () => {
    const link = join(paper.folder, 'link');
    await symlink('venv', link);
    const boundary = await boundaryOf(paper.system, `${link}/`, []);
    expect(boundary.root).toBe(paper.root);
    expect(boundary.contains(join(paper.root, 'x'))).toBe(true);
    expect(boundary.contains(paper.root)).toBe(false);
    expect(boundary.contains(`${paper.root}-2/x`)).toBe(false);
    expect(boundary.contains('/x')).toBe(false);
  });

  it('resolves links above a path, never its last part', async () => {
    const boundary = await boundaryOf(paper.system, paper.root, []);
    await symlink('lib', join(paper.root, 'lib64'));
    await symlink('/outside', join(paper.root, 'lib', 'away'));
    await symlink('nowhere', join(paper.root, 'lib', 'x'));
    expect(await boundary.real(join(paper.root, 'lib64', 'x'))).toBe(join(paper.root, 'lib', 'x'));
    expect(await boundary.real(join(paper.root, 'lib64', 'new', 'deep', 'y'))).toBe(
      join(paper.root, 'lib', 'new', 'deep', 'y'),
    );
    expect(await boundary.real(join(paper.root, 'lib', '..', 'lib64', 'y'))).toBe(
      join(paper.root, 'lib', 'y'),
    );
    expect(await boundary.real('/gone/deep/y')).toBe('/gone/deep/y');
  });

  it('asks for a folder once', async () => {
    const asked: string[] = [];
    const realPath = async (at: string) => {
      asked.push(at);
      return paper.system.files.realPath(at);
    };
    const system = { ...paper.system, files: { ...paper.system.files, realPath } };
    const boundary = await boundaryOf(system, paper.root, []);
    await boundary.real(join(paper.sitePackages, 'x'));
    await boundary.real(join(paper.sitePackages, 'y'));
    expect(asked).toEqual([paper.root, paper.sitePackages]);
  });

  it('ends where no folder answers', async () => {
    const files = { ...paper.system.files, realPath: () => Promise.resolve(null) };
    const boundary = await boundaryOf({ ...paper.system, files }, '/a/b', []);
    expect(boundary.root).toBe('/a/b');
  });

  it('contains folders beside it by their real places', async () => {
    await mkdir(join(paper.folder, 'beside'));
    await symlink('beside', join(paper.folder, 'other'));
    const boundary = await boundaryOf(paper.system, paper.root, [join(paper.folder, 'other')]);
    expect(boundary.contains(join(paper.folder, 'beside', 'x'))).toBe(true);
    expect(boundary.contains(join(paper.folder, 'other', 'x'))).toBe(false);
  });

  it.each<[EnvironmentKind, boolean]>([
    ['venv', false],
    ['virtualenv', false],
    ['uv', false],
    ['conda', true],
    ['embedded', true],
    ['system', true],
  ])('of a %s has packages that lie elsewhere in it: %s', async (kind, beside) => {
    const facts = await factsOf(paper);
    const sitePackages = [join(paper.folder, 'user'), join(paper.folder, 'more')];
    const interpreter = { ...facts.interpreter, kind, sitePackages };
    const boundary = await boundaryFor(paper.system, { ...facts, interpreter });
    expect(boundary.root).toBe(paper.root);
    expect(boundary.contains(join(paper.folder, 'user', 'x'))).toBe(beside);
    expect(boundary.contains(join(paper.folder, 'more', 'x'))).toBe(false);
  });
});

it.each([
  ['linux', '/A/É', '/A/É'],
  ['win32', 'C:\\A', 'c:\\a'],
  ['darwin', '/A/E\u0301', '/a/é'],
] as const)('on %s the key of %s is %s', (platform, location, key) => {
  expect(keyOf({ ...paper.system, platform }, location)).toBe(key);
});

it('compares places by their keys', () => {
  const windows = { ...paper.system, platform: 'win32' as const };
  expect(isBelow(windows, '/A/b', '/a')).toBe(true);
  expect(isBelow(paper.system, '/A/b', '/a')).toBe(false);
});

describe('real places', () => {
  it('are each told once', async () => {
    const boundary = await boundaryOf(paper.system, paper.root, []);
    await symlink('lib', join(paper.root, 'lib64'));
    const at = (...parts: string[]) => join(paper.root, ...parts);
    const locations = [at('lib', 'x'), at('lib64', 'x'), at('lib', 'X')];
    expect(await realPlaces(paper.system, boundary, locations)).toEqual([
      at('lib', 'x'),
      at('lib', 'X'),
    ]);
    const windows = { ...paper.system, platform: 'win32' as const };
    expect(await realPlaces(windows, boundary, locations)).toEqual([at('lib', 'x')]);
  });

  it('are refused outside of the environment', async () => {
    const boundary = await boundaryOf(paper.system, paper.root, []);
    await symlink('..', join(paper.root, 'up'));
    const places = realPlaces(paper.system, boundary, [join(paper.root, 'up', 'x')]);
    expect(await problemOf(places)).toEqual({
      code: 'outside-environment',
      params: { path: join(paper.folder, 'x') },
    });
  });
});
