import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { watchFor } from '../../../../electron/engine/history/watch.ts';
import { write } from '../../../support/paper-environment.ts';
import { makePaperHistory, type PaperHistory } from '../../../support/paper-history.ts';

let world: PaperHistory;
beforeEach(async () => {
  world = await makePaperHistory();
  await world.put('torch', '2.9.1+cu128', { minutes: 90_000, cuda: '12.8' });
});

it('what came besides is no loss of what was proved, and is noted all the same', async () => {
  await world.prove(50);
  await world.put('sageattention', '1.0.6');
  const { drift, proved } = await world.look(40);
  expect({ drift, proved }).toEqual({ drift: [], proved: 'works' });
  const { entries } = await world.history.shown(world.target);
  expect(entries[0]?.changes).toMatchObject([{ name: 'sageattention', from: null, to: '1.0.6' }]);
});

it('what was proved and is gone is a loss', async () => {
  await world.put('xformers', '0.0.33');
  await world.prove(50);
  await world.put('torch', '2.4.0');
  const { drift } = await world.look(40);
  expect(drift).toMatchObject([{ name: 'torch', from: '2.9.1+cu128', to: '2.4.0' }]);
});

it.each([
  ['its folder', 'torch'],
  ['its first file', 'torch/__init__.py'],
  ['what is compiled', 'torch/_C.cpython-311-x86_64-linux-gnu.so'],
])('a package whose metadata stayed and that lost %s is told, and its return', async (_, lost) => {
  const { paper, system, history, target } = world;
  const files = ['torch/__init__.py', 'torch/_C.cpython-311-x86_64-linux-gnu.so', 'torch/lib/x'];
  const unpack = () => Promise.all(files.map((each) => write(join(paper.sitePackages, each))));
  await unpack();
  await world.prove(50);
  expect((await world.look(45)).drift).toEqual([]);
  await rm(join(paper.sitePackages, lost), { recursive: true });
  const { signal } = new AbortController();
  const watching = { interval: 5, signal, isBusy: () => Promise.resolve(false) };
  const gone = { name: 'torch', from: '2.9.1+cu128', to: null, by: null };
  const told = await watchFor(system, history, target, watching);
  expect(told).toMatchObject({ drift: [gone], restore: { kind: 'plan', goal: 'recommended' } });
  await unpack();
  expect((await world.look(1)).drift).toEqual([]);
});

it('code that nobody saw when it was proved is not gone', async () => {
  await world.put('xformers', '0.0.33');
  await world.prove(50);
  await write(join(world.paper.sitePackages, 'xformers', '__init__.py'));
  expect((await world.look(45)).drift).toEqual([]);
});
