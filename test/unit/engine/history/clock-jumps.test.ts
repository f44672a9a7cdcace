import { beforeEach, expect, it } from 'vitest';
import { makePaperHistory, type PaperHistory } from '../../../support/paper-history.ts';

let world: PaperHistory;
beforeEach(async () => {
  world = await makePaperHistory();
  await world.put('torch', '2.9.1+cu128', { minutes: 90_000, cuda: '12.8' });
  await world.put('numpy', '2.0.0', { minutes: 80_000 });
});
const tenYears = 10 * 365 * 24 * 60;

it.each([
  ['was ten years ahead and was set right', [-tenYears, 50, 40]],
  ['fell back to 1970 and was set right', [50, 29_000_000, 30]],
])('what counts is what came last, where the clock %s', async (_name, [proved, changed, now]) => {
  await world.prove(proved ?? 0);
  await world.put('numpy', '1.26.4');
  await world.look(changed ?? 0);
  await world.put('numpy', '1.25.0');
  const { drift, proved: verdict } = await world.look(now ?? 0);
  // Against the proof, and not against whatever has the latest date.
  expect(drift).toMatchObject([{ name: 'numpy', from: '2.0.0', to: '1.25.0' }]);
  expect(verdict).toBe('works');
  await world.prove(1);
  expect((await world.look(0)).drift).toEqual([]);
});
