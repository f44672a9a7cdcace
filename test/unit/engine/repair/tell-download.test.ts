import { describe, expect, it } from 'vitest';
import { createDownloadTeller } from '../../../../electron/engine/repair/tell-download.ts';

const megabyte = 1_000_000;
const a = { name: 'a', version: '1.0', fileName: 'a-1.0.whl', bytes: 30 * megabyte };
const b = { name: 'b', version: '2.0', fileName: 'b-2.0.whl', bytes: 10 * megabyte };

/** What is told of these wheels, and a clock that is turned by hand. */
function telling(wheels: (Omit<typeof a, 'bytes'> & { bytes: number | null })[]) {
  const said: unknown[][] = [];
  let seconds = 0;
  const progress = (...words: unknown[]): void => void said.push(words.slice(1));
  const teller = createDownloadTeller({ progress }, wheels, () => seconds * 1000);
  return {
    teller,
    said,
    last: () => said.at(-1),
    at(second: number, file: string, done: number, total: number | null, cached = false) {
      seconds = second;
      teller.hear({ file, done, total, cached });
    },
    pass(second: number) {
      seconds = second;
      teller.look();
    },
  };
}

describe('a download', () => {
  it('tells how much of all has come, how fast and how long it still takes', () => {
    const { at, last } = telling([a, b]);
    at(0, a.fileName, 0, null);
    expect(last()).toEqual([
      {
        key: 'progress.downloading',
        params: { name: 'a 1.0', done: '0 bytes', total: '40 MB' },
      },
      0,
      null,
    ]);
    at(10, a.fileName, 10 * megabyte, a.bytes);
    expect(last()).toEqual([
      {
        key: 'progress.downloading-speed',
        params: { name: 'a 1.0', done: '10 MB', total: '40 MB', speed: '1.0 MB' },
      },
      0.25,
      30,
    ]);
  });

  it('does not know the time left while nothing moves', () => {
    const { at, last, pass } = telling([a]);
    at(0, a.fileName, 0, null);
    at(5, a.fileName, 10 * megabyte, a.bytes);
    expect(last()?.[2]).toBe(10);
    pass(20);
    // Slower with every second that nothing comes.
    expect(last()?.[2]).toBe(40);
  });

  it('counts small files, which come without numbers, and those that were there already', () => {
    const { at, last, teller } = telling([a, b]);
    at(0, b.fileName, 0, null, true);
    expect(last()?.[1]).toBe(0.25);
    at(1, a.fileName, 0, null);
    at(4, a.fileName, 15 * megabyte, a.bytes);
    expect(last()?.[1]).toBe(0.625);
    expect(last()?.[2]).toBe(3);
    expect(teller.measured()).toEqual({ bytes: 15 * megabyte, seconds: 3 });
    const small = telling([a, b]);
    small.at(0, b.fileName, 0, null);
    small.at(1, a.fileName, 0, null);
    expect(small.last()?.[1]).toBe(0.25);
  });

  it('goes on where it was resumed, and never comes to more than all', () => {
    const { at, last } = telling([a]);
    at(0, a.fileName, 0, null);
    at(4, a.fileName, 20 * megabyte, a.bytes);
    at(9, a.fileName, 20 * megabyte, a.bytes);
    expect(last()?.[1]).toBeCloseTo(2 / 3);
    at(10, a.fileName, 31 * megabyte, a.bytes);
    expect(last()?.[1]).toBe(1);
    expect(last()?.[2]).toBe(0);
  });

  it('has no end where the index does not say', () => {
    const { at, last } = telling([{ ...a, bytes: null }, b]);
    at(0, a.fileName, 5 * megabyte, a.bytes);
    const params = { name: 'a 1.0', done: '5.0 MB' };
    expect(last()).toEqual([{ key: 'progress.downloading-unknown', params }, null, null]);
  });

  it('takes the end of a single file from pip itself', () => {
    const { at, last } = telling([{ ...a, bytes: null }]);
    at(0, 'a-1.0-other.whl', 15 * megabyte, a.bytes);
    expect(last()?.[1]).toBe(0.5);
  });

  it('says nothing before anything is fetched', () => {
    const { teller, said } = telling([a]);
    teller.look();
    expect(said).toEqual([]);
    expect(teller.measured()).toEqual({ bytes: 0, seconds: 0 });
  });
});
