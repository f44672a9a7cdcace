import { mkdir, readdir, readFile, rename, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { takeLock } from '../../electron/engine/repair/environment-lock.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { createFaults, writing } from './support/faulty-system.ts';
import { timeLimit } from './support/how-long.ts';
import { makeStates } from './support/make-states.ts';
import { openStage, type Stage } from './support/stage.ts';
import { fixAnew, rollBackAnew, toldBy } from './support/way-back.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('good');
  await makeStates(stage);
}, timeLimit);
afterAll(() => stage.close());

describe('what the fault tests have found', () => {
  it('pip sets parts of a package aside in the package, where it holds a file of the user', async () => {
    await stage.put('writing');
    const inPackage = await readdir(join(stage.environment.sitePackages, 'xformers', 'ops'));
    expect(inPackage).toContain('~mha');
    expect(toldBy(await rollBackAnew(stage))).toBe('restored');
    expect(await stage.isLike()).toBe('before');
  });

  it('a folder of the new version that cannot be removed is not called restored', async () => {
    await stage.put('kept');
    const faults = createFaults([stage.environment.root]);
    const state = await rollBackAnew(stage, {
      adjust: faults.adjust,
      begin: () => faults.arm({ at: 1, operations: ['removeEmptyFolder'] }),
    });
    expect(state.problem?.code).toBe('undo-failed');
    expect(toldBy(await rollBackAnew(stage))).toBe('restored');
    expect(await stage.isLike()).toBe('before');
  });

  it('pip ends in the middle of its own notes', async () => {
    await stage.put('installed');
    const info = join(stage.environment.sitePackages, 'xformers-0.0.29.post3.dist-info');
    await rename(join(info, 'INSTALLER'), join(info, 'INSTALLERrgpldrlc.tmp'));
    expect(toldBy(await rollBackAnew(stage))).toBe('restored');
    expect(await stage.isLike()).toBe('before');
  });

  it.each([false, true])(
    'a complete repair is kept without an empty metadata folder of the old version (made already: %s)',
    async (made) => {
      await stage.put('installed', { pip: true });
      const old = join(stage.environment.sitePackages, 'xformers-0.0.27.dist-info');
      if (made) await mkdir(old);
      expect(toldBy(await fixAnew(stage))).toBe('nothing-to-do');
      expect(await stage.isLike()).toBe('kept');
    },
  );

  it('half a package that cannot be planned for is told as what it is', async () => {
    await stage.put('installed', { pip: true });
    await mkdir(join(stage.environment.sitePackages, 'xformers-0.0.27.dist-info'));
    await expect(fixAnew(stage, { atOnce: true })).rejects.toThrow('"interrupted-repair"');
    expect(toldBy(await rollBackAnew(stage))).toBe('restored');
    expect(await stage.isLike()).toBe('before');
  });

  it('the lock of a start that ended before its journal goes, although nothing is to be undone', async () => {
    await stage.put('before');
    const lock = join(stage.environment.sitePackages, '.attention-doctor.lock.1');
    await writeFile(lock, '');
    expect(toldBy(await rollBackAnew(stage))).toBe('snapshot-unknown');
    expect(await stage.isLike()).toBe('before');
  });

  it('a lock that could not be removed neither hides the outcome nor locks its own process out', async () => {
    const folder = await makeTemporaryFolder('lock');
    const faults = createFaults([folder]);
    const system = faults.adjust(createNodeSystem());
    const lock = await takeLock(system, folder, 'lock', new Date());
    await expect(takeLock(system, folder, 'lock', new Date())).rejects.toMatchObject({
      problem: { code: 'environment-locked' },
    });
    faults.arm({ at: 1, operations: writing, forEver: true });
    await lock.release();
    faults.lift();
    expect(await readdir(folder)).toEqual(['lock.1']);
    const again = await takeLock(system, folder, 'lock', new Date());
    await again.release();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the power goes before what pip wrote is on the disk', () => {
  const files = {
    'of both versions': 'xformers/ops/common.py',
    'of the new one': 'xformers/_padding.bin',
    RECORD: 'xformers-0.0.29.post3.dist-info/RECORD',
    METADATA: 'xformers-0.0.29.post3.dist-info/METADATA',
    INSTALLER: 'xformers-0.0.29.post3.dist-info/INSTALLER',
  };
  const damages = {
    emptied: () => Buffer.alloc(0),
    zeros: (content: Buffer) => Buffer.alloc(content.length),
    'cut to half': (content: Buffer) => content.subarray(0, content.length >> 1),
    'half zeros': (content: Buffer) =>
      Buffer.concat([
        content.subarray(0, content.length >> 1),
        Buffer.alloc(content.length - (content.length >> 1)),
      ]),
  };

  it.each(Object.keys(damages) as (keyof typeof damages)[])(
    'all of it is put back: %s',
    async (damage) => {
      for (const [name, file] of Object.entries(files)) {
        // pip writes its RECORD whole: it is there or it is not.
        if (name === 'RECORD' && damage.includes('half')) continue;
        await stage.put('installed');
        const location = join(stage.environment.sitePackages, file);
        await writeFile(location, damages[damage](await readFile(location)));
        expect([name, toldBy(await rollBackAnew(stage))]).toEqual([name, 'restored']);
        expect(await stage.isLike()).toBe('before');
      }
    },
  );

  it('is known for what it is also where the way back was interrupted', async () => {
    await stage.put('writing');
    const large = join(stage.environment.sitePackages, 'xformers', '_padding.bin');
    await truncate(large, 100_000);
    const snapshots = join(stage.state, 'snapshots');
    const [environment = ''] = await readdir(snapshots);
    const [id = ''] = await readdir(join(snapshots, environment));
    const head = join(snapshots, environment, id, 'manifest.json');
    await writeFile(head, (await readFile(head, 'utf8')).replace('"pending"', '"restoring"'));
    expect(toldBy(await rollBackAnew(stage))).toBe('restored');
    expect(await stage.isLike()).toBe('before');
  });
});

describe.each(['kept', 'installed'])(
  'a damaged copy of what was there before a %s repair',
  (from) => {
    let held = '';
    beforeEach(async () => {
      await stage.put(from);
      const snapshots = join(stage.state, 'snapshots');
      const [environment = ''] = await readdir(snapshots);
      const [id = ''] = await readdir(join(snapshots, environment));
      const folder = join(snapshots, environment, id, 'held');
      held = join(folder, (await readdir(folder)).sort().at(-1) ?? '');
    });

    it.each([
      ['emptied', () => truncate(held, 0)],
      ['of another time', () => utimes(held, 1, 1)],
    ] as const)('%s: it is said, and nothing is touched', async (_, damage) => {
      await damage();
      expect(toldBy(await rollBackAnew(stage))).toBe('snapshot-damaged');
      expect(await stage.isLike()).toBe('kept');
    });
  },
);
