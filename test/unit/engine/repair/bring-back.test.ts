import { lstat, readFile, readlink, readdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { bringBack, giveBack } from '../../../../electron/engine/repair/bring-back.ts';
import { entryAt } from '../../../../electron/engine/repair/entry.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { entryOf, takenOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let system: System;
let file: string;
let held: string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  system = paper.system;
  file = await write(join(paper.sitePackages, 'a.py'), 'of somebody');
  held = await write(join(paper.folder, 'held', '0'), 'old');
});
const own = { owner: process.getuid?.() ?? 0, group: process.getgid?.() ?? 0 };

describe('one file', () => {
  it('comes back as a second name of what is held', async () => {
    await bringBack(system, takenOf(file), new Map([[file, held]]));
    expect((await lstat(file)).ino).toBe((await lstat(held)).ino);
    expect(await readdir(dirname(file))).toEqual(['a.py']);
  });

  it('comes back as a copy, with its mode and its time, also of before 1970', async () => {
    const entry = entryOf({ mode: 0o4750, modified: '-1000000000000', ...own });
    const before = takenOf(file, { held: 'copy', entry });
    await bringBack(system, before, new Map([[file, held]]));
    expect(await readFile(file, 'utf8')).toBe('old');
    expect((await lstat(file)).ino).not.toBe((await lstat(held)).ino);
    expect(await entryAt(system, file)).toMatchObject({ mode: 0o4750, modified: '-1000000000000' });
  });

  it('comes back as a copy where a second name cannot be made', async () => {
    const files = { ...system.files, hardLink: () => Promise.resolve(false) };
    const entry = entryOf({ mode: 0o600, ...own });
    await bringBack({ ...system, files }, takenOf(file, { entry }), new Map([[file, held]]));
    expect((await lstat(file)).mode & 0o7777).toBe(0o600);
    expect((await lstat(file)).ino).not.toBe((await lstat(held)).ino);
  });

  it('comes back as the link that it was', async () => {
    const entry = entryOf({ kind: 'link', target: '../b.py' });
    const before = takenOf(file, { held: 'none', entry });
    await bringBack(system, before, new Map([[file, null]]));
    expect(await readlink(file)).toBe('../b.py');
    const other = takenOf(file, { held: 'none', entry: { ...entry, target: 'c.py' } });
    await bringBack(system, other, new Map());
    expect(await readlink(file)).toBe('c.py');
  });

  it('takes the place of a part that an interruption left', async () => {
    await symlink('nowhere', `${file}.attention-doctor-part`);
    await bringBack(system, takenOf(file), new Map([[file, held]]));
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(dirname(file))).toEqual(['a.py']);
  });

  it('keeps what stood there until it is whole', async () => {
    const setTimes = () => Promise.reject(new Error('power loss'));
    const broken = { ...system, files: { ...system.files, setTimes } };
    const before = takenOf(file, { held: 'copy' });
    await expect(bringBack(broken, before, new Map([[file, held]]))).rejects.toThrow('power loss');
    expect(await readFile(file, 'utf8')).toBe('of somebody');
    expect(await readdir(dirname(file))).toEqual(['a.py', 'a.py.attention-doctor-part']);
  });

  it('never loses a bit of its mode to its owner', async () => {
    const calls: string[] = [];
    const note = (name: 'setOwner' | 'setMode' | 'rename') => async (): Promise<void> => {
      calls.push(name);
    };
    const files = {
      ...system.files,
      ...{ setOwner: note('setOwner'), setMode: note('setMode'), rename: note('rename') },
    };
    const entry = entryOf({ owner: 4711 });
    const before = takenOf(file, { held: 'copy', entry });
    await bringBack({ ...system, files }, before, new Map([[file, held]]));
    expect(calls).toEqual(['setOwner', 'setMode', 'rename']);
  });
});

describe('an owner', () => {
  async function given(before: { owner: number; group: number }, at = file): Promise<unknown[]> {
    const calls: unknown[] = [];
    const setOwner = (...words: unknown[]): Promise<void> => {
      calls.push(words);
      return Promise.reject(new ProblemError({ code: 'permission-denied' }));
    };
    await giveBack({ ...system, files: { ...system.files, setOwner } }, at, before);
    return calls;
  }

  it('is given back where it differs, as far as we may', async () => {
    expect(await given(own)).toEqual([]);
    expect(await given({ ...own, owner: 4711 })).toEqual([[file, 4711, own.group]]);
    expect(await given({ ...own, group: 4711 })).toEqual([[file, own.owner, 4711]]);
    expect(await given({ ...own, owner: 4711 }, `${file}.gone`)).toEqual([]);
  });

  it.runIf(own.owner === 0)('is really another one', async () => {
    await giveBack(system, file, { owner: 4711, group: 4712 });
    expect(await lstat(file)).toMatchObject({ uid: 4711, gid: 4712 });
  });
});
