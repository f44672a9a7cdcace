import { expect, it } from 'vitest';
import { inBatches } from '../../../../electron/engine/machine/in-batches.ts';

const numbers = Array.from({ length: 150 }, (_, index) => index);

it('answers in the order of what was asked, and asks 64 at a time', async () => {
  let running = 0;
  let most = 0;
  const doubled = await inBatches(numbers, async (each) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return each * 2;
  });
  expect(doubled).toEqual(numbers.map((each) => each * 2));
  expect(most).toBe(64);
});

it('asks as many at a time as it is told, and says which it is', async () => {
  let running = 0;
  let most = 0;
  const places = await inBatches(
    numbers,
    async (_, index) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return index;
    },
    { batch: 7 },
  );
  expect(places).toEqual(numbers);
  expect(most).toBe(7);
});

it('begins no further batch once it is cancelled', async () => {
  const abort = new AbortController();
  const done = await inBatches(
    numbers,
    async (each) => {
      if (each === 3) abort.abort();
      return each;
    },
    { signal: abort.signal },
  );
  expect(done).toHaveLength(64);
  expect(await inBatches(numbers, async (each) => each, abort)).toEqual([]);
});
