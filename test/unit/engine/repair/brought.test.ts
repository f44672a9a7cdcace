import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../../electron/engine/machine/system.ts';
import { broughtBy, restHash, type Brought } from '../../../../electron/engine/repair/brought.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { hashOf } from '../../../support/sample-journal.ts';
import { buildWheel, type BuiltWheel } from '../../../support/wheels/wheel.ts';

const layout = {
  ...{ purelib: '/env/pure', platlib: '/env/plat', scripts: '/env/bin', data: '/env' },
  headers: { a: '/env/include/a' },
};
const info = '/env/pure/a-1.0.dist-info';
let paper: PaperEnvironment;
beforeEach(async () => {
  paper = await makePaperEnvironment();
});

async function broughtFrom(wheel: BuiltWheel, platform = paper.system.platform) {
  const file = await write(join(paper.folder, wheel.fileName), wheel.bytes);
  const planned = { name: 'a', version: '1.0', fileName: wheel.fileName, url: '' };
  return broughtBy(
    { ...paper.system, platform },
    { ...planned, sha256: null, bytes: null },
    file,
    layout,
  );
}

function byPath(all: readonly Brought[]): Record<string, Omit<Brought, 'path' | 'wheel'>> {
  return Object.fromEntries(all.map(({ path, wheel: _, ...rest }) => [path, rest]));
}

const madeUp = { bytes: null, sha256: null, member: null };
const notes = Object.fromEntries(
  ['INSTALLER', 'REQUESTED', 'RECORD', 'direct_url.json'].map((name) => [
    `${info}/${name}`,
    { ...madeUp, made: { by: 'metadata' } },
  ]),
);

describe('what a wheel brings', () => {
  it('is its files by their hashes, pip’s notes, scripts and programs', async () => {
    const files = {
      'a/__init__.py': 'x = 1',
      'a-1.0.data/scripts/run': '#!python\nrun()\n',
      'a-1.0.data/scripts/shell': '#!/bin/sh\nrun\n',
      'a-1.0.data/data/share/a.txt': 'text',
      'a/a-1.0.data/scripts/inner': '#!python\nx\n',
    };
    const wheel = buildWheel({ name: 'a', version: '1.0', files, scripts: ['go = a.cli:main'] });
    const found = await broughtFrom(wheel);
    const of = (name: string) => {
      const content = wheel.entries.get(name) ?? new Uint8Array();
      return { bytes: content.length, sha256: hashOf(content), made: null, member: name };
    };
    const own = ['METADATA', 'WHEEL', 'entry_points.txt'].map((name) => [
      `${info}/${name}`,
      of(`a-1.0.dist-info/${name}`),
    ]);
    expect(byPath(found)).toEqual({
      '/env/pure/a/__init__.py': of('a/__init__.py'),
      '/env/bin/run': {
        ...{ bytes: null, sha256: null, member: 'a-1.0.data/scripts/run' },
        made: { by: 'script', rest: hashOf('run()\n') },
      },
      '/env/bin/shell': of('a-1.0.data/scripts/shell'),
      '/env/share/a.txt': of('a-1.0.data/data/share/a.txt'),
      '/env/pure/a/a-1.0.data/scripts/inner': of('a/a-1.0.data/scripts/inner'),
      ...Object.fromEntries(own),
      ...notes,
      '/env/bin/go': { ...madeUp, made: { by: 'entry-point', words: 'from a.cli import main' } },
    });
    expect(found.every((each) => each.wheel === wheel.fileName)).toBe(true);
    expect(found).toHaveLength(13);
  });

  it('takes the hash that the RECORD says, and else reads it', async () => {
    const record = `a/b.py,sha256=${'A'.repeat(43)},1\n`;
    const files = { 'a/b.py': 'b', 'a/c.py': 'c' };
    const wheel = buildWheel({ name: 'a', version: '1.0', files });
    const { files: real } = paper.system;
    const openArchive = async (file: string): Promise<Archive> => {
      const archive = await real.openArchive(file);
      return {
        ...archive,
        read: async (name) =>
          name.endsWith('/RECORD') ? new TextEncoder().encode(record) : archive.read(name),
      };
    };
    paper.system = { ...paper.system, files: { ...real, openArchive } };
    const found = byPath(await broughtFrom(wheel));
    expect(found['/env/pure/a/b.py']?.sha256).toBe('0'.repeat(64));
    expect(found['/env/pure/a/c.py']?.sha256).toBe(hashOf('c'));
  });

  it('goes to the folder of compiled packages where the wheel says so', async () => {
    const files = { 'a.so': 'x' };
    const wheel = buildWheel({ name: 'a', version: '1.0', files, tag: 'cp311-cp311-linux' });
    const paths = (await broughtFrom(wheel)).map((each) => each.path);
    expect(paths).toContain('/env/plat/a.so');
    expect(paths).toContain('/env/plat/a-1.0.dist-info/RECORD');
  });

  it.each([
    ['Root-Is-Purelib:true', 'pure'],
    ['root-is-purelib:   TRUE', 'pure'],
    ['Tag: x\nRoot-Is-Purelib: true', 'pure'],
    ['Not-Root-Is-Purelib: true', 'plat'],
    ['Root-Is-Purelib: false', 'plat'],
  ])('goes where `%s` says', async (text, place) => {
    const { files: real } = paper.system;
    const openArchive = async (file: string): Promise<Archive> => {
      const archive = await real.openArchive(file);
      const read = async (name: string): Promise<Uint8Array> =>
        name.endsWith('/WHEEL') ? new TextEncoder().encode(text) : archive.read(name);
      return { ...archive, read };
    };
    paper.system = { ...paper.system, files: { ...real, openArchive } };
    const found = await broughtFrom(buildWheel({ name: 'a', version: '1.0', files: { x: '' } }));
    expect(found.map((each) => each.path)).toContain(`/env/${place}/x`);
  });

  it('has its metadata where its WHEEL is, and in no folder of a like name', async () => {
    const files = { 'a-0.dist-info/WHEEL.old': '', 'b/x': '' };
    const found = await broughtFrom(buildWheel({ name: 'a', version: '1.0', files }));
    expect(found.map((each) => each.path)).toContain(`${info}/INSTALLER`);
  });

  it('calls programs .exe on Windows', async () => {
    const scripts = ['go = a.cli:main'];
    const wheel = buildWheel({ name: 'a', version: '1.0', files: {}, scripts });
    const paths = (await broughtFrom(wheel, 'win32')).map((each) => each.path);
    expect(paths).toContain('/env/bin/go.exe');
    expect(paths).not.toContain('/env/bin/go');
  });

  it('is read where the only metadata folder is the one at the top', async () => {
    const files = { 'a/vendor-1.dist-info/WHEEL': 'Root-Is-Purelib: false' };
    const wheel = buildWheel({ name: 'a', version: '1.0', files });
    const paths = (await broughtFrom(wheel)).map((each) => each.path);
    expect(paths).toContain('/env/pure/a/vendor-1.dist-info/WHEEL');
    expect(paths).toContain(`${info}/INSTALLER`);
  });

  it('lets go of the archive, also of a damaged one', async () => {
    let closed = 0;
    const { files: real } = paper.system;
    const openArchive = async (file: string): Promise<Archive> => {
      const archive = await real.openArchive(file);
      return {
        ...archive,
        close: () => {
          closed += 1;
          archive.close();
        },
      };
    };
    paper.system = { ...paper.system, files: { ...real, openArchive } };
    await broughtFrom(buildWheel({ name: 'a', version: '1.0', files: {} }));
    expect(closed).toBe(1);
  });
});

it('hashes what comes after the first line', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(restHash(bytes('#!python\nrest\n'))).toBe(hashOf('rest\n'));
  expect(restHash(bytes('\nrest'))).toBe(hashOf('rest'));
  expect(restHash(bytes('#!python'))).toBe(hashOf(''));
});
