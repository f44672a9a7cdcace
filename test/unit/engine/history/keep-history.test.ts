import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHistory } from '../../../../electron/engine/history/keep-history.ts';
import { glimpse } from '../../../../electron/engine/history/seen/glimpse.ts';
import { shortened, type Note } from '../../../../electron/engine/history/history-file.ts';
import { watchFor } from '../../../../electron/engine/history/watch.ts';
import { takeLock } from '../../../../electron/engine/repair/environment-lock.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { makePaperHistory, type PaperHistory } from '../../../support/paper-history.ts';
import { passedVerification } from '../../../support/sample-verification.ts';

let world: PaperHistory;
beforeEach(async () => {
  world = await makePaperHistory();
  await world.put('torch', '2.9.1+cu128', { minutes: 90_000, cuda: '12.8' });
  await world.put('numpy', '2.0.0', { minutes: 80_000 });
});

const folder = () => world.paper.paths.history;
const file = () => join(folder(), 'environment-1.json');
const notesIn = async (): Promise<Note[]> =>
  (JSON.parse(await readFile(file(), 'utf8')) as { notes: Note[] }).notes;
const kinds = async () => (await notesIn()).map(({ kind }) => kind);
const watching = (more = {}) => ({
  ...{ interval: 1, signal: new AbortController().signal, isBusy: async () => false },
  ...more,
});

describe('a history', () => {
  it('notes a look only where something is not as it was', async () => {
    await world.look(50);
    const before = await readFile(file(), 'utf8');
    await world.look(40);
    expect(await readFile(file(), 'utf8')).toBe(before);
    await world.put('numpy', '1.26.4');
    await world.look(30);
    expect((await notesIn()).map(({ changes }) => changes)).toEqual([
      [],
      [{ name: 'numpy', from: '2.0.0', to: '1.26.4', by: null }],
    ]);
  });

  it('tells a build by what torch/version.py says, where the version is silent', async () => {
    await world.prove(50);
    await world.put('torch', '2.9.1', { cuda: null });
    const { drift, lastGood, proved } = await world.look(40);
    expect(drift).toMatchObject([{ name: 'torch', from: '2.9.1+cu128', to: '2.9.1 (CPU)' }]);
    expect({ lastGood, proved }).toEqual({
      lastGood: new Date(world.ago(50)).toISOString(),
      proved: 'works',
    });
  });

  it('takes a later proof for the one that counts, and a way back for the wish to leave it', async () => {
    await world.prove(50);
    await world.put('torch', '2.10.0+cu130', { cuda: '13.0' });
    const { system, target, history } = world;
    const restored = [{ name: 'torch', from: '2.10.0+cu130', to: '2.9.1+cu128' }];
    const done = await world.prove(40);
    expect(done.drift).toEqual([]);
    await world.put('torch', '2.9.1+cu128', { cuda: '12.8' });
    const back = { kind: 'rollback' as const, outcome: 'restored', own: restored };
    const after = await history.done(target, await glimpse(system, target), back);
    expect(after).toMatchObject({ drift: [], proved: 'works' });
    const [last] = (await history.shown(target)).entries;
    expect(last).toMatchObject({ kind: 'rollback', by: { name: 'Attention Doctor' } });
    await world.put('torch', '2.4.0');
    expect((await world.look(1)).drift).toMatchObject([{ from: '2.9.1+cu128', to: '2.4.0' }]);
  });

  it('compares with nothing where what was put in was never proved', async () => {
    await world.prove(50);
    await world.put('torch', '2.10.0+cu130', { cuda: '13.0' });
    const { system, target, history } = world;
    const fix = { kind: 'fix' as const, outcome: 'fixed', proved: null };
    const after = await history.done(target, await glimpse(system, target), fix);
    expect(after).toMatchObject({ drift: [], proved: null, restore: null });
  });

  it('offers a plan for what drifted, of one package or of several', async () => {
    await world.put('xformers', '0.0.33');
    await world.prove(50);
    await world.take('xformers');
    expect((await world.look(40)).restore).toEqual({ kind: 'plan', goal: 'xformers' });
    await world.put('torch', '2.4.0');
    expect((await world.look(30)).restore).toEqual({ kind: 'plan', goal: 'recommended' });
  });

  it('tells before the first look what files tell, and keeps none of it', async () => {
    const { entries } = await world.history.shown(world.target);
    expect(entries.map(({ kind, changes }) => [kind, changes.map(({ name }) => name)])).toEqual([
      ['look', []],
      ['installed', ['numpy']],
      ['installed', ['torch']],
    ]);
    expect(await kinds()).toEqual(['look']);
  });

  it('knows an environment that was moved, and not another that came to stand there', async () => {
    await world.prove(50);
    const { root } = world.paper;
    await rename(file(), join(folder(), 'environment-0.json'));
    const text = await readFile(join(folder(), 'environment-0.json'), 'utf8');
    const elsewhere = text.replace(`"root": "${root}"`, `"root": "${root}-before"`);
    await writeFile(join(folder(), 'environment-0.json'), elsewhere);
    expect((await world.look(40)).proved).toBe('works');
    expect(await readdir(folder())).toEqual(['environment-1.json']);
    await rm(world.paper.sitePackages, { recursive: true });
    await mkdir(world.paper.sitePackages);
    await world.put('torch', '2.4.0');
    expect(await world.look(30)).toMatchObject({ proved: null, drift: [], problem: null });
    expect((await readdir(folder())).filter((each) => each.includes('replaced'))).toHaveLength(1);
  });

  it('puts a damaged file aside and says so', async () => {
    await world.prove(50);
    await writeFile(file(), '{"schema": 1, "notes": [');
    const { problem, proved } = await world.look(40);
    expect({ code: problem?.code, proved }).toEqual({ code: 'history-damaged', proved: null });
    expect(await readFile(String(problem?.params?.['path']), 'utf8')).toContain('"notes": [');
    expect((await world.look(30)).problem).toBeNull();
  });

  it('leaves alone what a later version wrote', async () => {
    await mkdir(folder(), { recursive: true });
    await writeFile(file(), '{"schema": 2, "else": true}');
    expect((await world.look(40)).problem?.code).toBe('history-newer');
    expect(await readFile(file(), 'utf8')).toBe('{"schema": 2, "else": true}');
  });

  it('does not fail for a note that cannot be kept', async () => {
    const { system, paper } = world;
    await mkdir(join(paper.folder, 'state'), { recursive: true });
    await writeFile(folder(), 'no folder');
    const { problem } = await createHistory({
      ...{ system, paths: paper.paths, now: () => new Date() },
    }).look(world.target, await glimpse(system, world.target));
    expect(problem?.code).toBe('history-unwritten');
  });

  it('loses nothing where several write at once', async () => {
    const { system, target, paper } = world;
    const facts = await glimpse(system, target);
    const keepers = Array.from({ length: 8 }, () =>
      createHistory({ system, paths: paper.paths, now: () => new Date() }),
    );
    await Promise.all(keepers.map((each) => each.verified(target, facts, passedVerification)));
    expect(await kinds()).toEqual(Array.from({ length: 8 }, () => 'verify'));
  });

  it('waits for another process, and does without a note where that one hangs', async () => {
    const { system, target, paper } = world;
    const sleeper = execFile('sleep', ['60']);
    const other = { ...system, processId: sleeper.pid ?? 0 };
    const lock = await takeLock(other, paper.paths.locks, 'environment-1.history', new Date());
    setTimeout(() => void lock.release(), 100);
    const { problem } = await world.look(1);
    sleeper.kill();
    expect({ problem, kinds: await kinds() }).toEqual({ problem: null, kinds: ['look'] });
    expect((await world.history.drifted(target)).drift).toEqual([]);
  });

  it('stays small, and never forgets the last proof', () => {
    const note = (at: number, proved: Note['proved'] = null): Note => ({
      ...{ at: String(at), kind: 'look', outcome: 'seen', proved, changes: [] },
      seen: { packages: {}, flags: null, driver: null },
    });
    const many = Array.from({ length: 400 }, (_, at) => note(at, at === 7 ? 'works' : null));
    const kept = shortened(many);
    expect(kept).toHaveLength(150);
    expect([kept[0]?.at, kept[1]?.at, kept.at(-1)?.at]).toEqual(['7', '251', '399']);
  });
});

describe('watching', () => {
  it('refuses where nothing was proved', async () => {
    const { system, history, target } = world;
    expect((await problemOf(watchFor(system, history, target, watching())))?.code).toBe(
      'never-proved',
    );
  });

  it('answers what changed once it has come to rest, and never while we are at work', async () => {
    const { system, history, target } = world;
    await world.prove(50);
    let looks = 0;
    const isBusy = async () => {
      looks += 1;
      if (looks === 2) await world.take('torch');
      if (looks === 5) await world.put('torch', '2.4.0');
      return looks === 3 || looks === 4;
    };
    const { drift } = await watchFor(system, history, target, watching({ isBusy }));
    expect(drift).toMatchObject([{ name: 'torch', from: '2.9.1+cu128', to: '2.4.0' }]);
    expect(await kinds()).toEqual(['verify', 'look']);
  });

  it('ends where somebody ends it, or another environment stands there', async () => {
    const { system, history, target, paper } = world;
    await world.prove(50);
    const abort = new AbortController();
    const until = async () => (abort.abort(), false);
    const ended = watchFor(
      system,
      history,
      target,
      watching({ signal: abort.signal, isBusy: until }),
    );
    expect((await problemOf(ended))?.code).toBe('cancelled');
    let looks = 0;
    const replaced = watching({
      isBusy: async () => {
        if ((looks += 1) === 2) await rename(paper.root, `${paper.root}-gone`);
        return false;
      },
    });
    expect((await problemOf(watchFor(system, history, target, replaced)))?.code).toBe(
      'environment-replaced',
    );
  });
});

describe('a look while an installer is still at work', () => {
  it('asks again who did it, for a while', async () => {
    await world.prove(50);
    await world.put('torch', '2.4.0', { requested: true, minutes: 20 });
    const early = await world.look(19);
    expect(early.drift).toMatchObject([{ name: 'torch', by: null }]);
    const about = "Install: pip packages for '/nodes/ComfyUI-X'";
    await world.log(20, [about, 'Successfully installed torch-2.4.0']);
    expect((await world.look(10)).drift).toMatchObject([{ by: { name: 'ComfyUI-X' } }]);
    expect(await kinds()).toEqual(['verify', 'look']);
  });

  it('no longer asks where it was long ago', async () => {
    await world.prove(50);
    await world.put('torch', '2.4.0', { requested: true, minutes: 40 });
    await world.look(39);
    const about = "Install: pip packages for '/nodes/ComfyUI-X'";
    await world.log(40, [about, 'Successfully installed torch-2.4.0']);
    expect((await world.look(10)).drift).toMatchObject([{ by: null }]);
  });
});
