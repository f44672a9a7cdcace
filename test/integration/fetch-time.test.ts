import { expect, it, onTestFinished } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { startIndex, unreachableIndex } from '../support/index-server.ts';

it('tells how long a page takes, and null where none comes in time', async () => {
  const index = await startIndex();
  onTestFinished(() => index.close());
  const { fetchTime } = createNodeSystem();
  const time = await fetchTime(`${index.simpleUrl}torch/`, 5000);
  expect(time).toBeGreaterThanOrEqual(0);
  expect(index.requests).toEqual(['GET /simple/torch/']);
  expect(await fetchTime(`${index.simpleUrl}nothing/`, 5000)).toBeNull();
  expect(await fetchTime(await unreachableIndex(), 5000)).toBeNull();
  const [wheel] =
    (await (await fetch(`${index.simpleUrl}torch/`)).text()).match(/torch-[^"#]+\.whl/) ?? [];
  index.setFaults({ hangAfterBytes: 10 });
  expect(await fetchTime(`${index.simpleUrl}torch/${wheel}`, 300)).toBeNull();
  expect(await fetchTime('no address', 300)).toBeNull();
});
