import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLimits, type Struck } from '../../../../electron/engine/machine/watch-limits.ts';

describe('the limits of a program that runs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched(limits: Parameters<typeof watchLimits>[0]) {
    const struck: Struck[] = [];
    return { struck, ...watchLimits(limits, (each) => struck.push(each)) };
  }

  it('strike once for the whole time, whatever is said', () => {
    const { struck, heard } = watched({ timeLimit: 1500, silenceLimit: 1000 });
    vi.advanceTimersByTime(900);
    heard();
    vi.advanceTimersByTime(5000);
    expect(struck).toEqual([{ limit: 'total', seconds: 2 }]);
  });

  it('wait for the first word and for no other', () => {
    const { struck, heard } = watched({ firstWordLimit: 1000 });
    vi.advanceTimersByTime(999);
    heard();
    vi.advanceTimersByTime(5000);
    expect(struck).toEqual([]);
    const silent = watched({ firstWordLimit: 1000 });
    vi.advanceTimersByTime(1000);
    expect(silent.struck).toEqual([{ limit: 'first-word', seconds: 1 }]);
  });

  it('begin anew with each word', () => {
    const { struck, heard } = watched({ silenceLimit: 1000 });
    for (let word = 0; word < 5; word += 1) {
      vi.advanceTimersByTime(900);
      heard();
    }
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(struck).toEqual([{ limit: 'silence', seconds: 1 }]);
    heard();
    vi.advanceTimersByTime(5000);
    expect(struck).toHaveLength(1);
  });

  it('count a sleep of the machine as a moment, since they wait in short slices', () => {
    const slices = vi.spyOn(globalThis, 'setTimeout');
    const { struck } = watched({ timeLimit: 60_000, silenceLimit: 12_000 });
    vi.advanceTimersByTime(11_999);
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(struck).toEqual([{ limit: 'silence', seconds: 12 }]);
    const longest = Math.max(...slices.mock.calls.map(([, milliseconds]) => milliseconds ?? 0));
    expect(longest).toBeLessThanOrEqual(5_000);
    slices.mockRestore();
  });

  it('are over when it has ended', () => {
    const { struck, stop } = watched({ timeLimit: 1000, silenceLimit: 1000 });
    stop();
    vi.advanceTimersByTime(5000);
    expect(struck).toEqual([]);
  });
});
