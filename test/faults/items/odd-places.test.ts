/** Items 8 and 11: two at once, and trees that are not as usual. */
import { chmod, mkdir, readdir, rename, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { makeScenario } from '../../support/scenarios.ts';
import { makeTemporaryFolder } from '../../support/temporary-folders.ts';
import { describeTree, digestTree } from '../../support/tree-digest.ts';
import {
  fix,
  importedVersion,
  makeOld,
  openRoom,
  rollBack,
  toldBy,
  withoutBytecode,
} from './repair-room.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

describe('locks', () => {
  it('of a dead process whose number a stranger has now blocks nobody', async () => {
    const room = await openRoom({ index });
    const locks = join(room.test.stateFolder, 'locks');
    await mkdir(locks, { recursive: true });
    const stranger = { pid: process.pid, started: 'another time', host: room.test.system.hostName };
    const text = JSON.stringify({ ...stranger, at: new Date().toISOString() });
    await writeFile(join(locks, `${room.environmentId}.lock.1`), text);
    await writeFile(join(room.environment.sitePackages, '.attention-doctor.lock.1'), text);
    expect(toldBy(await fix(room))).toBe('fixed');
    const left = await readdir(room.environment.sitePackages);
    expect(left.filter((name) => name.startsWith('.attention-doctor'))).toEqual([]);
  });

  it('of another computer is respected as long as it shows signs of life', async () => {
    const room = await openRoom({ index });
    const lock = join(room.environment.sitePackages, '.attention-doctor.lock.1');
    const owner = { pid: 1, started: null, host: 'another-computer', at: new Date().toISOString() };
    await writeFile(lock, JSON.stringify(owner));
    const before = await digestTree(room.environment.root);
    const state = await fix(room);
    expect(state.problem).toMatchObject({
      code: 'lock-elsewhere',
      params: { host: 'another-computer' },
    });
    expect(await digestTree(room.environment.root)).toBe(before);
    const old = new Date(Date.now() - 3_600_000);
    await utimes(lock, old, old);
    expect(toldBy(await fix(room))).toBe('fixed');
  });

  it('keep two copies with different state folders from working at once', async () => {
    const environment = await makeScenario('mismatched');
    const rooms = await Promise.all([
      openRoom({ index, environment }),
      openRoom({ index, environment }),
    ]);
    const told = (await Promise.all(rooms.map(fix))).map(toldBy);
    expect(told.filter((each) => each === 'fixed').length).toBeLessThanOrEqual(1);
    const version = await importedVersion(environment, 'xformers');
    expect(version).toBe(told.includes('fixed') ? '0.0.29.post3' : '0.0.27');
  });
});

describe('odd trees', () => {
  it('files from before 1970 and folders with modes of their own come back as they were', async () => {
    const environment = await makeScenario('mismatched');
    const folder = join(environment.sitePackages, 'xformers', 'ops');
    await makeOld(join(folder, '__init__.py'));
    await chmod(folder, 0o2750);
    const before = await describeTree(environment.root, withoutBytecode);
    const room = await openRoom({ index, environment });
    expect(toldBy(await fix(room))).toBe('fixed');
    expect(toldBy(await rollBack(room))).toBe('restored');
    expect(await describeTree(environment.root, withoutBytecode)).toEqual(before);
    expect((await stat(join(folder, '__init__.py'))).mtimeMs).toBe(-1e12);
  });

  it.each(['lib', 'site-packages', 'the package'])('a link in the place of %s', async (what) => {
    const environment = await makeScenario('mismatched');
    const folder = {
      lib: join(environment.root, 'lib'),
      'site-packages': environment.sitePackages,
      'the package': join(environment.sitePackages, 'xformers'),
    }[what];
    const elsewhere = join(await makeTemporaryFolder('disk'), 'real');
    await rename(folder ?? '', elsewhere);
    await symlink(elsewhere, folder ?? '');
    const before = [await describeTree(environment.root), await describeTree(elsewhere)];
    const room = await openRoom({ index, environment });
    const state = await fix(room);
    expect(state.problem?.code).toBe('outside-environment');
    expect([await describeTree(environment.root), await describeTree(elsewhere)]).toEqual(before);
  });
});

describe('a folder that became a link after the repair', () => {
  it.each(['the package', 'a part of it'])(
    '%s: nothing is written where it leads',
    async (what) => {
      const room = await openRoom({ index });
      await fix(room);
      const packages = join(room.environment.sitePackages, 'xformers');
      const folder = what === 'the package' ? packages : join(packages, 'ops');
      const elsewhere = join(await makeTemporaryFolder('checkout'), 'mine');
      await rename(folder, elsewhere);
      await writeFile(join(elsewhere, 'mine.txt'), 'mine');
      await symlink(elsewhere, folder);
      const before = [await describeTree(elsewhere), await describeTree(room.environment.root)];
      expect((await rollBack(room)).problem?.code).toBe('outside-environment');
      const after = [await describeTree(elsewhere), await describeTree(room.environment.root)];
      expect(after).toEqual(before);
    },
  );
});
