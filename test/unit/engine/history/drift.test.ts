import { beforeEach, expect, it } from 'vitest';
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
