import { symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import type { Brought } from '../../../../electron/engine/repair/brought.ts';
import { restHash } from '../../../../electron/engine/repair/brought.ts';
import type { Journal } from '../../../../electron/engine/repair/journal.ts';
import { lookAtPlaces } from '../../../../electron/engine/repair/standing.ts';
import { fail } from '../../../../shared/problem.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { broughtOf, hashOf, journalOf } from '../../../support/sample-journal.ts';
import { buildWheel } from '../../../support/wheels/wheel.ts';

let paper: PaperEnvironment;
let system: System;
let file: string;
let folder: string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  system = paper.system;
  file = join(paper.sitePackages, 'a.py');
  folder = join(paper.folder, 'journal');
});

async function standing(journal: Journal): Promise<string | undefined> {
  return (await lookAtPlaces(system, journal))[0]?.standing;
}

function bringing(brought: Brought, head: Journal['head'] | object = {}): Journal {
  return journalOf(folder, { brought: [brought] }, head);
}

describe('a file that pip was writing when it ended', () => {
  const wheel = buildWheel({ name: 'a', version: '1.0', files: { 'a.py': 'x = 1\ny = 2\n' } });
  async function unfinished(changes: Partial<Brought>, head: object): Promise<string | undefined> {
    const staging = join(paper.folder, 'staging');
    await write(join(staging, 'wheels', wheel.fileName), wheel.bytes);
    const part = { bytes: 12, sha256: hashOf('x = 1\ny = 2\n'), wheel: wheel.fileName };
    return standing(bringing(broughtOf(file, { ...part, ...changes }), { staging, ...head }));
  }

  it.each<[string, string, Partial<Brought>, object, string]>([
    ['the beginning', 'x = 1\n', {}, {}, 'ours'],
    ['nothing yet', '', {}, {}, 'ours'],
    ['all of another', 'y = 2\n', {}, {}, 'foreign'],
    ['the beginning, but the repair was ended', 'x = 1\n', {}, { state: 'kept' }, 'foreign'],
    ['the beginning, but pip made it up', 'x = 1\n', { member: null }, {}, 'foreign'],
    ['the beginning, but the wheel is gone', 'x = 1\n', { wheel: 'b.whl' }, {}, 'foreign'],
    ['the beginning, of unknown size', 'x = 1\n', { bytes: null }, {}, 'foreign'],
    ['more than all', 'x = 1\ny = 2\nz = 3\n', {}, {}, 'foreign'],
  ])('%s', async (_, content, changes, head, expected) => {
    await write(file, content);
    expect(await unfinished(changes, head)).toBe(expected);
  });

  it('is nobody knows whose where the wheel is damaged, too', async () => {
    await write(file, 'x = 1\n');
    const openArchive = async () => fail('archive-unreadable');
    system = { ...system, files: { ...system.files, openArchive } };
    expect(await unfinished({}, {})).toBe('foreign');
    const broken = async () => fail('input-unreadable');
    system = { ...system, files: { ...system.files, openArchive: broken } };
    await expect(unfinished({}, {})).rejects.toThrow('input-unreadable');
  });

  it.each(['\0'.repeat(12), '\0\0', ''])(
    'is ours where a loss of power left zeros of it (%#), also after the end',
    async (content) => {
      await write(file, content);
      expect(await unfinished({}, { state: 'kept' })).toBe('ours');
      await write(file, `${content}x`);
      expect(await unfinished({}, { state: 'kept' })).toBe('foreign');
    },
  );

  it('is no link to what it would be', async () => {
    await write(`${file}.other`, 'x = 1\n');
    await symlink(`${file}.other`, file);
    expect(await unfinished({}, {})).toBe('foreign');
  });

  it('lets go of the wheel', async () => {
    await write(file, 'x = 1\n');
    let closed = 0;
    const open = system.files.openArchive;
    const openArchive = async (at: string) => {
      const archive = await open(at);
      const close = (): void => {
        closed += 1;
        archive.close();
      };
      return { ...archive, close };
    };
    system = { ...system, files: { ...system.files, openArchive } };
    await unfinished({}, {});
    expect(closed).toBe(1);
    expect(await unfinished({ member: 'none.py' }, {})).toBe('foreign');
    expect(closed).toBe(2);
  });
});

describe('what pip makes up', () => {
  const madeUp = { sha256: null, bytes: null, member: null };

  it('is a script whose rest is the wheel’s', async () => {
    const rest = restHash(new TextEncoder().encode('#!python\nrun()\n'));
    const brought = broughtOf(file, { ...madeUp, made: { by: 'script', rest } });
    await write(file, '#!/env/bin/python\nrun()\n');
    expect(await standing(bringing(brought))).toBe('ours');
    await write(file, '#!/env/bin/python\nstop()\n');
    expect(await standing(bringing(brought))).toBe('foreign');
  });

  it('is a program that calls an entry point', async () => {
    const brought = broughtOf(file, {
      ...madeUp,
      made: { by: 'entry-point', words: 'from a import main' },
    });
    await write(file, Uint8Array.of(0xff, 0xfe, ...new TextEncoder().encode('from a import main')));
    expect(await standing(bringing(brought))).toBe('ours');
    await write(file, 'from b import main');
    expect(await standing(bringing(brought))).toBe('foreign');
  });

  it('is foreign where nothing says what it is', async () => {
    await write(file, 'new');
    expect(await standing(bringing(broughtOf(file, { ...madeUp, made: null })))).toBe('foreign');
  });

  it('is foreign where it goes while it is looked at', async () => {
    await write(file, 'new');
    system = { ...system, files: { ...system.files, readBytes: () => Promise.resolve(null) } };
    const made = { by: 'metadata' as const };
    expect(await standing(bringing(broughtOf(file, { ...madeUp, made })))).toBe('foreign');
  });

  it('are notes: a RECORD names nothing but what is the repair’s, and what was compiled', async () => {
    const info = join(paper.sitePackages, 'a-1.0.dist-info');
    const made = { by: 'metadata' as const };
    const record = await write(join(info, 'RECORD'), 'a.py,,\n__pycache__/a.cpython-311.pyc,,\n');
    const notes = ['RECORD', 'INSTALLER'].map((name) =>
      broughtOf(join(info, name), { ...madeUp, made }),
    );
    const journal = journalOf(folder, { brought: [...notes, broughtOf(file)] });
    await write(join(info, 'INSTALLER'), 'whatever');
    const seen = async () =>
      (await lookAtPlaces(system, journal)).map(
        (each) => `${basename(each.path)} ${each.standing}`,
      );
    expect(await seen()).toEqual(['RECORD ours', 'INSTALLER ours', 'a.py absent']);
    const whole = async () => (await lookAtPlaces(system, journal))[0]?.whole;
    expect(await whole()).toBe(false);
    await write(record, 'a.py,,\na-1.0.dist-info/INSTALLER,,\n');
    expect(await whole()).toBe(true);
    await write(record, 'a.py,,\nb.py,,\n');
    expect(await seen()).toEqual(['RECORD foreign', 'INSTALLER ours', 'a.py absent']);
  });
});
