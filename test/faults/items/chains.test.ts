/** Item 2: several repairs of one environment, and what a user does between and after them. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { digestTree } from '../../support/tree-digest.ts';
import { newestJournal } from './journals.ts';
import { fix, openRoom, pipInstall, reopen, rollBack, toldBy, type Room } from './repair-room.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(async () => {
  await index.close();
});

/** Repaired, broken again by its user, and repaired again: the saved states, newest first. */
async function repairedTwice(): Promise<{ room: Room; snapshots: string[] }> {
  const first = await openRoom({ index });
  expect(toldBy(await fix(first))).toBe('fixed');
  await pipInstall(first.environment, index, 'xformers==0.0.27');
  const room = await openRoom({
    index,
    environment: first.environment,
    stateFolder: first.test.stateFolder,
  });
  expect(toldBy(await fix(room))).toBe('fixed');
  const { targetId } = room;
  const { snapshots } = await room.test.result({ kind: 'diagnose', targetId });
  return { room, snapshots: snapshots.map((each) => each.id) };
}

describe('two repairs with a change of the user between', () => {
  it('nothing is touched where the way to the older one is not open', async () => {
    const { room, snapshots } = await repairedTwice();
    const before = await digestTree(room.environment.root);
    const state = await rollBack(room, snapshots[1]);
    expect(state.problem?.code).toBe('changed-since');
    expect(state.problem?.params?.['snapshot']).toBe(snapshots[1]);
    expect(await digestTree(room.environment.root)).toBe(before);
    expect(toldBy(await rollBack(room))).toBe('restored');
  });
});

describe('a package folder that has become a file', () => {
  it('is somebody’s: said, and nothing is touched', async () => {
    const room = await openRoom({ index });
    await fix(room);
    const folder = join(room.environment.sitePackages, 'xformers');
    await rm(folder, { recursive: true });
    await writeFile(folder, 'mine');
    const before = await digestTree(room.environment.root);
    const again = await reopen(room, { index, goal: null });
    expect((await rollBack(again)).problem?.code).toBe('changed-since');
    expect(await digestTree(room.environment.root)).toBe(before);
    expect(await readFile(folder, 'utf8')).toBe('mine');
  });
});

describe('a journal with a name that no file can have', () => {
  it.each(['\0', 'x'.repeat(5000)])('is damaged (%#), and that is said', async (odd) => {
    const room = await openRoom({ index });
    await fix(room);
    const file = join(await newestJournal(room), 'files.json');
    const files = JSON.parse(await readFile(file, 'utf8')) as { taken: { path: string }[] };
    const taken = files.taken.map((each) => ({ ...each, path: `${each.path}${odd}` }));
    await writeFile(file, JSON.stringify({ ...files, taken }));
    const before = await digestTree(room.environment.root);
    const code = (await rollBack(room)).problem?.code;
    expect(['snapshot-damaged', 'output-unwritable']).toContain(code);
    expect(await digestTree(room.environment.root)).toBe(before);
    expect(await readdir(room.environment.sitePackages)).toContain('xformers');
  });
});
