import { link, mkdir, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { requireRoom, soundSources } from '../../../../electron/engine/repair/held-copies.ts';
import { heldAt, type Journal, type Taken } from '../../../../electron/engine/repair/journal.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { hashOf, journalOf, placeOf, takenFrom, takenOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let system: System;
let file: string;
let held: string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  system = paper.system;
  file = await write(join(paper.sitePackages, 'a.py'), 'old');
  held = join(paper.folder, 'journal', 'held', '0');
});

function journal(...taken: Taken[]): Journal {
  return journalOf(join(paper.folder, 'journal'), { taken });
}

async function linked(): Promise<Journal> {
  await mkdir(join(held, '..'), { recursive: true });
  await link(file, held);
  return journal(await takenFrom(system, file));
}

async function copied(): Promise<Journal> {
  await write(held, 'old');
  const sha256 = hashOf('old');
  return journal(await takenFrom(system, file, { held: 'copy', sha256 }));
}

describe('what is held', () => {
  const place = () => placeOf(file, { taken: 0 });
  async function sound(of: Journal, aside = new Map<number, string>()): Promise<unknown> {
    const sources = soundSources(system, of, [place()], { of: aside, roots: [] });
    const problem = await problemOf(sources);
    return problem ?? (await sources).get(file);
  }
  const damaged = () => ({
    code: 'snapshot-damaged',
    params: { count: 1, path: file, snapshot: 'snapshot-1' },
  });

  it('is whole as a second name with its size and time', async () => {
    const of = await linked();
    expect(heldAt(of, 0)).toBe(held);
    expect(await sound(of)).toBe(held);
  });

  it('is whole as a copy with its hash, whatever its time', async () => {
    expect(await sound(await copied())).toBe(held);
  });

  it('is damaged as a second name that was written through', async () => {
    const of = await linked();
    await utimes(held, 1, 1);
    expect(await sound(of)).toEqual(damaged());
    await write(held, 'older');
    expect(await sound(of)).toEqual(damaged());
  });

  it('is damaged as a second name of another size, although its time is the same', async () => {
    await utimes(file, 1, 1);
    const of = await linked();
    await write(held, 'older');
    await utimes(held, 1, 1);
    expect(await sound(of)).toEqual(damaged());
  });

  it('is damaged as a copy of another size or content', async () => {
    const of = await copied();
    await write(held, 'odd');
    expect(await sound(of)).toEqual(damaged());
    await write(held, 'older');
    expect(await sound(of)).toEqual(damaged());
  });

  it('is damaged where it is gone, or no file any more', async () => {
    const of = await copied();
    await rm(held);
    expect(await sound(of)).toEqual(damaged());
    await symlink(file, held);
    expect(await sound(of)).toEqual(damaged());
  });

  it('is found where pip set it aside, if that is whole', async () => {
    const of = await copied();
    await rm(held);
    const aside = await write(join(paper.sitePackages, '~a.py'), 'old');
    expect(await sound(of, new Map([[0, aside]]))).toBe(aside);
    await write(aside, 'odd');
    expect(await sound(of, new Map([[0, aside]]))).toEqual(damaged());
    expect(await sound(of, new Map([[1, aside]]))).toEqual(damaged());
  });

  it('is nothing for a link', async () => {
    const { taken } = (await copied()).territory;
    const [first] = taken;
    expect(await sound(journal({ ...(first ?? takenOf(file)), held: 'none' }))).toBeNull();
  });

  it('counts all that is damaged, and names the first', async () => {
    const of = journal(takenOf(file), takenOf(`${file}.b`));
    const places = [placeOf(file, { taken: 0 }), placeOf(`${file}.b`, { taken: 1 })];
    const problem = await problemOf(soundSources(system, of, places, { of: new Map(), roots: [] }));
    expect(problem?.params).toMatchObject({ count: 2, path: file });
    const strange = [placeOf(file), placeOf(`${file}.c`, { taken: 7 })];
    expect(
      (await problemOf(soundSources(system, of, strange, { of: new Map(), roots: [] })))?.params,
    ).toMatchObject({ count: 2 });
    expect((await soundSources(system, of, [], { of: new Map(), roots: [] })).size).toBe(0);
  });
});

describe('room', () => {
  /** Everything below `journal` lies on another disk. */
  function apart(free: number): System & { asked: string[] } {
    const asked: string[] = [];
    const info: System['files']['info'] = async (at) => {
      asked.push(at);
      const found = await paper.system.files.info(at);
      return found && (at.includes('journal') ? { ...found, device: 'other' } : found);
    };
    const freeBytes = (at: string) => Promise.resolve(at === paper.root ? free : 0);
    return { ...paper.system, asked, files: { ...paper.system.files, info, freeBytes } };
  }
  const places = () => [0, 1].map((taken) => placeOf(`${file}${taken}`, { taken }));
  async function sources(): Promise<Map<string, string>> {
    await write(held, '1234');
    await write(join(held, '..', '1'), '123');
    return new Map([
      [`${file}0`, held],
      [`${file}1`, join(held, '..', '1')],
    ]);
  }

  it('is needed for what comes from another disk', async () => {
    const all = await sources();
    expect(await problemOf(requireRoom(apart(7), all, places(), paper.root))).toBeNull();
    expect(await problemOf(requireRoom(apart(6), all, places(), paper.root))).toEqual({
      code: 'disk-full',
      params: { path: paper.root, needed: '7 bytes' },
    });
  });

  it('asks a folder once where it lies', async () => {
    const system = apart(100);
    await requireRoom(system, await sources(), places(), paper.root);
    expect(system.asked.filter((each) => each === join(held, '..'))).toHaveLength(1);
  });

  it('is not needed on the same disk, for links, and for what has no source', async () => {
    const near = { ...paper.system.files, freeBytes: () => Promise.resolve(0) };
    const all = await sources();
    expect(
      await problemOf(requireRoom({ ...system, files: near }, all, places(), paper.root)),
    ).toBeNull();
    const links = new Map([[`${file}0`, null]]);
    expect(await problemOf(requireRoom(apart(0), links, places(), paper.root))).toBeNull();
    expect(await problemOf(requireRoom(apart(0), all, [], paper.root))).toBeNull();
  });

  it('counts what has gone meanwhile as nothing', async () => {
    const all = new Map([[`${file}0`, join(held, '..', 'gone')]]);
    await sources();
    expect(await problemOf(requireRoom(apart(0), all, places(), paper.root))).toBeNull();
  });
});
