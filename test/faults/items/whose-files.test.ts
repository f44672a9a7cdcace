/** Items 1, 2 and 6: what is the user's stays, whoever wrote it and when. */
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEnvironment } from '../../support/environments.ts';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { scenarios } from '../../support/scenarios.ts';
import { describeTree } from '../../support/tree-digest.ts';
import { buildWheel } from '../../support/wheels/wheel.ts';
import { standardCatalogue } from '../../support/wheels/catalogue.ts';
import { xformersWheel } from '../../support/wheels/xformers.ts';
import { pretendPending } from './journals.ts';
import {
  aroundInstall,
  fix,
  importedVersion,
  leaveHalfDone,
  openRoom,
  pipInstall,
  reopen,
  rollBack,
  startLyingIndex,
  toldBy,
  withoutBytecode,
} from './repair-room.ts';

let index: IndexServer;
let liar: IndexServer;
beforeAll(async () => {
  const catalogue = standardCatalogue();
  const later = xformersWheel({ version: '0.0.29.post9', torch: '2.6.0+cu124' });
  const newer = buildWheel({ name: 'numpy', version: '2.9.9', files: { 'numpy/__init__.py': '' } });
  const small = buildWheel({
    name: 'mine',
    version: '1.0',
    files: { 'mine/__init__.py': 'x = 1' },
  });
  index = await startIndex({ catalogue: { ...catalogue, other: [later, newer, small] } });
  liar = await startLyingIndex();
});
afterAll(async () => {
  await index.close();
  await liar.close();
});
const other = () => ['--index-url', `${index.address}/other/`];

describe('an undo right after a failure', () => {
  it('leaves what arrived while pip ran, in a venv made in the ComfyUI folder itself', async () => {
    const environment = await makeEnvironment({ packages: scenarios.mismatched() });
    const arrivals = ['models/checkpoints/new.safetensors', 'output/picture.png', 'user/flow.json'];
    const arrive = async (): Promise<void> => {
      for (const name of arrivals) {
        await mkdir(join(environment.root, name, '..'), { recursive: true });
        await writeFile(join(environment.root, name), name);
      }
      await writeFile(join(environment.sitePackages, 'my_module.py'), 'x = 1');
      await writeFile(join(environment.sitePackages, 'xformers', 'my_notes.txt'), 'mine');
      await pipInstall(environment, index, 'mine==1.0', ...other());
    };
    const before = await describeTree(environment.root, withoutBytecode);
    const room = await openRoom({
      index: liar,
      environment,
      adjust: aroundInstall('after', arrive),
    });
    expect(toldBy(await fix(room))).toBe('undone');
    for (const name of arrivals)
      expect(await readFile(join(environment.root, name), 'utf8')).toBe(name);
    expect(await importedVersion(environment, 'mine')).toBe('1.0');
    expect(existsSync(join(environment.sitePackages, 'my_module.py'))).toBe(true);
    expect(existsSync(join(environment.sitePackages, 'xformers', 'my_notes.txt'))).toBe(true);
    const after = await describeTree(environment.root, withoutBytecode);
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
  });
});

describe('a file that the user writes into just before pip takes it away', () => {
  it.each(['a wheel that fails', 'a wheel that is good'])(
    '%s: comes back as theirs',
    async (what) => {
      const environment = await makeEnvironment({ packages: scenarios.mismatched() });
      const file = join(environment.sitePackages, 'xformers', 'info.py');
      const edit = async () => appendFile(file, '# mine\n');
      const room = await openRoom({
        index: what.includes('fails') ? liar : index,
        environment,
        adjust: aroundInstall('before', edit),
      });
      const told = toldBy(await fix(room));
      expect(told).toBe(what.includes('fails') ? 'undone' : 'fixed');
      if (told === 'fixed') expect(toldBy(await rollBack(room))).toBe('restored');
      expect(await readFile(file, 'utf8')).toMatch(/# mine\n$/);
      expect(await importedVersion(environment, 'xformers')).toBe('0.0.27');
    },
  );
});

describe('after an interrupted repair', () => {
  it('keeps another version that the user put in by hand, through a repair of something else', async () => {
    const room = await openRoom({ index });
    await fix(room);
    await pretendPending(room);
    await leaveHalfDone(room);
    const { environment } = room;
    await pipInstall(environment, index, '--force-reinstall', 'xformers==0.0.29.post9', ...other());
    await pipInstall(environment, index, 'numpy==2.9.9', ...other());
    const before = await describeTree(environment.root, withoutBytecode);
    const waiting = await reopen(room, { index, goal: null });
    const { targetId } = waiting;
    const refused = await waiting.test.run({ kind: 'plan', targetId, goal: 'triton' });
    expect(refused.problem?.code).toBe('interrupted-repair');
    await waiting.test.result({ kind: 'rollback', targetId, how: 'interrupted' });
    const again = await reopen(room, { index, goal: 'triton' });
    expect(['nothing-to-do', 'fixed']).toContain(toldBy(await fix(again)));
    expect(await importedVersion(environment, 'xformers')).toBe('0.0.29.post9');
    const after = await describeTree(environment.root, withoutBytecode);
    // Only what our own pip had left of the other version may be gone.
    expect(after.filter((line) => !before.includes(line))).toEqual([]);
    expect(before.filter((line) => !after.includes(line)).join()).not.toContain('post9');
    const { diagnosis } = await again.test.result({ kind: 'diagnose', targetId: again.targetId });
    expect(diagnosis.problem).toBeNull();
  });

  it('puts back what is half done, also with another package upgraded meanwhile', async () => {
    const room = await openRoom({ index });
    const before = await describeTree(room.environment.root, withoutBytecode);
    await fix(room);
    await pretendPending(room);
    await leaveHalfDone(room);
    await pipInstall(room.environment, index, 'numpy==2.9.9', ...other());
    const again = await reopen(room, { index, goal: null });
    expect(toldBy(await rollBack(again))).toBe('restored');
    expect(await importedVersion(room.environment, 'xformers')).toBe('0.0.27');
    expect(await importedVersion(room.environment, 'numpy')).toBe('2.9.9');
    const after = await describeTree(room.environment.root, withoutBytecode);
    const lost = before.filter((line) => !after.includes(line) && !line.includes('numpy'));
    expect(lost).toEqual([]);
  });
});

describe('a rollback', () => {
  it('stops with a plain choice where the package was upgraded since, and can be let go of', async () => {
    const room = await openRoom({ index });
    await fix(room);
    await pipInstall(room.environment, index, 'xformers==0.0.29.post9', ...other());
    const before = await describeTree(room.environment.root, withoutBytecode);
    const refused = await rollBack(room);
    expect(refused.problem).toMatchObject({
      code: 'changed-since',
      params: { what: 'xformers 0.0.29.post9' },
    });
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
    const { targetId } = room;
    const forgotten = await room.test.run({ kind: 'rollback', targetId, how: 'forget' });
    expect(toldBy(forgotten)).toBe('forgotten');
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
    expect(toldBy(await rollBack(room))).toBe('snapshot-unknown');
  });

  it('does not overwrite a file that the user changed, and leaves one that only came with it', async () => {
    const room = await openRoom({ index });
    await fix(room);
    const edited = join(room.environment.sitePackages, 'xformers', '__init__.py');
    await writeFile(edited, `${await readFile(edited, 'utf8')}\n# mine\n`);
    const before = await describeTree(room.environment.root, withoutBytecode);
    expect((await rollBack(room)).problem?.code).toBe('changed-since');
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
  });

  it('undoes the last repair, whatever the clock said', async () => {
    const room = await openRoom({ index });
    await fix(room);
    const folder = join(room.test.stateFolder, 'snapshots', room.environmentId);
    expect(existsSync(folder)).toBe(true);
    await rm(join(room.environment.sitePackages, 'triton'), { recursive: true });
    await rm(join(room.environment.sitePackages, 'triton-3.2.0.dist-info'), { recursive: true });
    // The second repair is made by an app whose clock is a year behind.
    const late = await reopen(room, { index, goal: 'triton' });
    await fix(late);
    const snapshots = await late.test.result({ kind: 'diagnose', targetId: late.targetId });
    expect(snapshots.snapshots.map((each) => each.reason)).toEqual(['triton', 'recommended']);
    expect(toldBy(await rollBack(late))).toBe('restored');
    expect(existsSync(join(room.environment.sitePackages, 'triton'))).toBe(false);
    expect(await importedVersion(room.environment, 'xformers')).toBe('0.0.29.post3');
  });
});
