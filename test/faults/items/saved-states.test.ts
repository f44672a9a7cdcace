/** Items 4, 7, 12, 15 and 17: what is saved, and when it is of use. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentAt, makeEnvironment } from '../../support/environments.ts';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { makeScenario, scenarios } from '../../support/scenarios.ts';
import { makeTemporaryFolder } from '../../support/temporary-folders.ts';
import { describeTree, digestTree } from '../../support/tree-digest.ts';
import { newestJournal, pretendPending, readHead } from './journals.ts';
import {
  fix,
  leaveHalfDone,
  openRoom,
  reopen,
  rollBack,
  startLyingIndex,
  toldBy,
  withoutBytecode,
  type Room,
} from './repair-room.ts';

let index: IndexServer;
let liar: IndexServer;
beforeAll(async () => {
  index = await startIndex();
  liar = await startLyingIndex();
});
afterAll(async () => {
  await index.close();
  await liar.close();
});

/** With times to the nanosecond, as a renaming keeps them. */
function copy(from: string, to: string): Promise<unknown> {
  return promisify(execFile)('cp', ['-a', from, to]);
}

type Damage = (file: string) => Promise<void>;
const damages: [string, Damage][] = [
  ['cut', (file) => truncate(file, 1)],
  ['empty', (file) => truncate(file, 0)],
  ['gone', (file) => rm(file)],
  ['zeros', async (file) => writeFile(file, Buffer.alloc((await stat(file)).size))],
];

async function damageAll(room: Room, damage: Damage): Promise<void> {
  const held = join(await newestJournal(room), 'held');
  for (const name of await readdir(held)) {
    const file = join(held, name);
    if ((await lstat(file)).size > 0) await damage(file);
  }
}

describe('held files that a crash has damaged', () => {
  it.each(damages)('%s: said, and never written over a good one', async (_, damage) => {
    const room = await openRoom({ index });
    await fix(room);
    await damageAll(room, damage);
    const before = await describeTree(room.environment.root, withoutBytecode);
    const state = await rollBack(room);
    expect(state.problem?.code).toBe('snapshot-damaged');
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
    const { targetId } = room;
    const forgotten = await room.test.run({ kind: 'rollback', targetId, how: 'forget' });
    expect(toldBy(forgotten)).toBe('forgotten');
  });

  it("come from pip's own backup where that is whole", async () => {
    const room = await openRoom({ index });
    const { sitePackages } = room.environment;
    const before = await describeTree(room.environment.root, withoutBytecode);
    const aside = join(await makeTemporaryFolder('aside'), 'xformers');
    await copy(join(sitePackages, 'xformers'), aside);
    const info = 'xformers-0.0.27.dist-info';
    const asideInfo = `${aside}-info`;
    await copy(join(sitePackages, info), asideInfo);
    await fix(room);
    await pretendPending(room);
    await leaveHalfDone(room);
    // As pip leaves it when it is killed: the old files under a name that begins with ~.
    await copy(aside, join(sitePackages, '~formers'));
    await copy(asideInfo, join(sitePackages, '~formers-0.0.27.dist-info'));
    await damageAll(room, (file) => truncate(file, 0));
    const again = await reopen(room, { index, goal: null });
    expect(toldBy(await rollBack(again))).toBe('restored');
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
  });
});

describe('another environment', () => {
  it('at the same path gets nothing of the old one', async () => {
    const room = await openRoom({ index });
    await fix(room);
    const { root } = room.environment;
    await rm(root, { recursive: true });
    await makeEnvironment({ at: root, packages: scenarios.healthy() });
    const before = await digestTree(root);
    const again = await reopen(room, { index, goal: null });
    expect((await rollBack(again)).problem?.code).toBe('environment-replaced');
    expect(await digestTree(root)).toBe(before);
    const { snapshots } = await again.test.result({ kind: 'diagnose', targetId: again.targetId });
    expect(snapshots).toEqual([]);
  });

  it('that was moved finds its saved states again', async () => {
    const room = await openRoom({ index });
    const before = await describeTree(room.environment.sitePackages, withoutBytecode);
    await fix(room);
    const moved = join(await makeTemporaryFolder('moved'), 'venv');
    await rename(room.environment.root, moved);
    const environment = await environmentAt(moved);
    const again = await openRoom({
      index,
      environment,
      stateFolder: room.test.stateFolder,
      goal: null,
    });
    expect(toldBy(await rollBack(again))).toBe('restored');
    expect(await describeTree(environment.sitePackages, withoutBytecode)).toEqual(before);
  });
});

describe('what is kept', () => {
  it('is never written through a link that others hold, and takes no second place', async () => {
    const environment = await makeScenario('mismatched');
    const cache = await makeTemporaryFolder('cache');
    const file = join(environment.sitePackages, 'xformers', '__init__.py');
    const { link } = await import('node:fs/promises');
    await link(file, join(cache, 'cached.py'));
    const text = await readFile(file, 'utf8');
    const room = await openRoom({ index, environment });
    await fix(room);
    const held = join(await newestJournal(room), 'held');
    const links = await Promise.all(
      (await readdir(held)).map(async (name) => (await stat(join(held, name))).nlink),
    );
    expect(links.length).toBeGreaterThan(10);
    await rollBack(room);
    expect(await readFile(join(cache, 'cached.py'), 'utf8')).toBe(text);
    expect((await stat(file)).ino).toBe((await stat(join(cache, 'cached.py'))).ino);
  });

  it('goes when it is of no more use: downloads, half-made states, what was undone', async () => {
    const room = await openRoom({ index: liar });
    const staging = join(room.test.stateFolder, 'staging');
    await mkdir(join(staging, '0b5b4c8a', 'wheels'), { recursive: true });
    const snapshots = join(room.test.stateFolder, 'snapshots', room.environmentId);
    await mkdir(join(snapshots, 'half-made', 'held'), { recursive: true });
    expect(toldBy(await fix(room))).toBe('undone');
    expect(await readdir(staging)).toEqual([]);
    expect(existsSync(join(snapshots, 'half-made'))).toBe(false);
    const folder = await newestJournal(room);
    expect(await readdir(folder)).toEqual(['manifest.json']);
    expect((await readHead(folder))['state']).toBe('restored');
  });

  it('a cancel in the last step of a rollback says that all is put back', async () => {
    const room = await openRoom({ index });
    const before = await describeTree(room.environment.root, withoutBytecode);
    await fix(room);
    const { engine } = room.test;
    const reached = new Promise<void>((resolve) => {
      engine.subscribe((event) => {
        if (event.type === 'step-started' && event.step === 'verify') resolve();
      });
    });
    const { operationId } = await engine.start({ kind: 'rollback', targetId: room.targetId });
    await reached;
    engine.cancel(operationId);
    const state = await engine.ended(operationId);
    expect([state.outcome, toldBy(state)]).toEqual(['succeeded', 'restored']);
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
  });
});

describe('a journal that was damaged or tampered with', () => {
  type Files = { taken: { path: string }[]; brought: { path: string }[] };
  const attacks: [string, (folder: string, victim: string) => Promise<void>][] = [
    ['files.json is cut', (folder) => truncate(join(folder, 'files.json'), 100)],
    ['files.json is gone', (folder) => rm(join(folder, 'files.json'))],
    [
      'files.json names a file outside',
      async (folder, victim) => {
        const file = join(folder, 'files.json');
        const files = JSON.parse(await readFile(file, 'utf8')) as Files;
        const [first] = files.brought;
        const added = { ...first, path: victim };
        await writeFile(file, JSON.stringify({ ...files, brought: [...files.brought, added] }));
      },
    ],
  ];
  it.each(attacks)('%s: nothing is touched, and there is a way out', async (_, attack) => {
    const room = await openRoom({ index });
    await fix(room);
    const victim = join(await makeTemporaryFolder('victim'), 'mine.txt');
    await writeFile(victim, 'mine');
    await attack(await newestJournal(room), victim);
    const before = await digestTree(room.environment.root);
    expect((await rollBack(room)).problem?.code).toBe('snapshot-damaged');
    expect(await digestTree(room.environment.root)).toBe(before);
    expect(await readFile(victim, 'utf8')).toBe('mine');
    const { targetId } = room;
    const forgotten = await room.test.run({ kind: 'rollback', targetId, how: 'forget' });
    expect(toldBy(forgotten)).toBe('forgotten');
  });
});
