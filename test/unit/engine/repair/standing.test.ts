import { rename, symlink, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import type { Brought } from '../../../../electron/engine/repair/brought.ts';
import { entryAt } from '../../../../electron/engine/repair/entry.ts';
import { heldAt, type Journal } from '../../../../electron/engine/repair/journal.ts';
import { isBytecode, lookAtPlaces } from '../../../../electron/engine/repair/standing.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { broughtOf, hashOf, journalOf, takenFrom } from '../../../support/sample-journal.ts';

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

describe('what was there before', () => {
  async function taking(content = 'old'): Promise<Journal> {
    await write(file, content);
    return journalOf(folder, { taken: [await takenFrom(system, file)] });
  }

  it('is told by its size and time, without reading it', async () => {
    const journal = await taking();
    const blind = { ...system.files, sha256: () => Promise.reject(new Error('read')) };
    const [place] = await lookAtPlaces({ ...system, files: blind }, journal);
    expect(place).toEqual({
      ...{ path: file, taken: 0, brought: [], standing: 'before', whole: true },
      now: journal.territory.taken[0]?.entry,
    });
  });

  it('is absent where nothing is, also where the journal says the like of nothing', async () => {
    const journal = await taking();
    await unlink(file);
    expect(await standing(journal)).toBe('absent');
  });

  it('was installed again: other times, the same content as what is held', async () => {
    const journal = await taking();
    await write(heldAt(journal, 0), 'old');
    await utimes(file, 1, 1);
    expect(await standing(journal)).toBe('before');
    await write(heldAt(journal, 0), 'odd');
    expect(await standing(journal)).toBe('foreign');
  });

  it('is foreign where nothing is held, or the size is another', async () => {
    const journal = await taking();
    await utimes(file, 1, 1);
    expect(await standing(journal)).toBe('foreign');
    await write(heldAt(journal, 0), 'longer');
    await write(file, 'longer');
    expect(await standing(journal)).toBe('foreign');
  });

  it('is compared by the hash that was noted of a copy', async () => {
    const journal = await taking();
    const [taken] = journal.territory.taken;
    if (!taken) throw new Error('nothing taken');
    await utimes(file, 1, 1);
    await write(heldAt(journal, 0), 'broken');
    const noted = { ...taken, held: 'copy' as const, sha256: hashOf('old') };
    expect(await standing(journalOf(folder, { taken: [noted] }))).toBe('before');
  });

  it('was a link: a file of the same size is not it', async () => {
    await symlink('b.py', file);
    const taken = await takenFrom(system, file, { held: 'none' });
    const journal = journalOf(folder, {
      taken: [{ ...taken, entry: { ...taken.entry, bytes: 3 } }],
    });
    expect(await standing(journal)).toBe('before');
    await unlink(file);
    await write(file, 'old');
    await write(heldAt(journal, 0), 'old');
    expect(await standing(journal)).toBe('foreign');
  });
});

describe('what the repair brought', () => {
  it('is told by its hash where its size fits', async () => {
    await write(file, 'new');
    expect(await standing(bringing(broughtOf(file)))).toBe('ours');
    await write(file, 'odd');
    expect(await standing(bringing(broughtOf(file)))).toBe('foreign');
    await write(file, 'newer');
    expect(await standing(bringing(broughtOf(file)))).toBe('foreign');
  });

  it('is told by what was left, with its inode, without reading it', async () => {
    await write(file, 'odd');
    const left = await entryAt(system, file);
    const journal = { ...bringing(broughtOf(file)), left: [left] };
    expect(await standing(journal)).toBe('ours');
    await write(`${file}.b`, 'odd');
    await utimes(`${file}.b`, Number(left?.modified) / 1e9, Number(left?.modified) / 1e9);
    await rename(`${file}.b`, file);
    expect(await standing(journal)).toBe('foreign');
    expect(await standing({ ...journal, left: [null] })).toBe('foreign');
    expect(await standing({ ...journal, left: [] })).toBe('foreign');
  });

  it('is told by the note of its own number, by any of several wheels', async () => {
    const other = await write(`${file}.other`, 'x');
    await write(file, 'odd');
    const brought = [broughtOf(other), broughtOf(file), broughtOf(file, { wheel: 'b.whl' })];
    const left = [await entryAt(system, other), null, await entryAt(system, file)];
    const places = await lookAtPlaces(system, { ...journalOf(folder, { brought }), left });
    expect(places.map((each) => each.standing)).toEqual(['ours', 'ours']);
    expect(places[1]?.brought.map((each) => each.wheel)).toEqual([brought[1]?.wheel, 'b.whl']);
    await write(file, 'new');
    const two = [broughtOf(file, { sha256: hashOf('odd') }), broughtOf(file)];
    expect(await standing(journalOf(folder, { brought: two }))).toBe('ours');
  });

  it('stands where something was taken', async () => {
    await write(file, 'old!');
    const taken = [await takenFrom(system, file)];
    await write(file, 'new');
    const places = await lookAtPlaces(
      system,
      journalOf(folder, { taken, brought: [broughtOf(file)] }),
    );
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ taken: 0, standing: 'ours' });
  });

  it('is absent, or a folder of somebody else', async () => {
    expect(await standing(bringing(broughtOf(file)))).toBe('absent');
    expect(await standing(bringing(broughtOf(paper.sitePackages)))).toBe('foreign');
  });

  it('is one place for names that differ by case, where the system takes them for one', async () => {
    await write(file, 'new');
    const upper = join(paper.sitePackages, 'A.py');
    const journal = journalOf(folder, { brought: [broughtOf(file), broughtOf(upper)] });
    expect(await lookAtPlaces(system, journal)).toHaveLength(2);
    expect(await lookAtPlaces({ ...system, platform: 'win32' }, journal)).toHaveLength(1);
  });
});

describe('what Python compiled', () => {
  it('is anybody’s, unless it is known', async () => {
    const compiled = join(paper.sitePackages, '__pycache__', 'a.cpython-311.pyc');
    await write(compiled, 'new');
    expect(await standing(bringing(broughtOf(compiled, { sha256: hashOf('odd') })))).toBe(
      'bytecode',
    );
    const taken = [await takenFrom(system, compiled)];
    expect(await standing(journalOf(folder, { taken }))).toBe('before');
    await write(compiled, 'other');
    expect(await standing(journalOf(folder, { taken }))).toBe('bytecode');
  });

  it.each([
    ['/s/__pycache__/a.pyc', true],
    ['/s/__pycache__/a.py', false],
    ['/s/a.pyc', false],
    ['/__pycache__/s/a.pyc', false],
  ])('%s: %s', (location, compiled) => {
    expect(isBytecode(location)).toBe(compiled);
  });
});
