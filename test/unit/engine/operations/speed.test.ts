import { describe, expect, it } from 'vitest';
import { createSpeed } from '../../../../electron/engine/operations/speed.ts';

function turned() {
  let seconds = 0;
  const speed = createSpeed(() => seconds * 1000);
  return {
    ...speed,
    at: (second: number, done: number) => {
      seconds = second;
      speed.add(done);
    },
    pass: (second: number) => (seconds = second),
  };
}

describe('a speed', () => {
  it('is not known before it was measured for a while', () => {
    const { at, perSecond, secondsLeft } = turned();
    expect([perSecond(), secondsLeft(10)]).toEqual([null, null]);
    at(0, 100);
    at(1.9, 200);
    expect([perSecond(), secondsLeft(1000)]).toEqual([null, null]);
    at(2, 200);
    expect([perSecond(), secondsLeft(1000)]).toEqual([50, 16]);
  });

  it('follows the last seconds, and is no jumpy thing', () => {
    const { at, perSecond } = turned();
    for (let second = 0; second <= 60; second += 1) at(second, second * 10);
    expect(perSecond()).toBeCloseTo(10);
    for (let second = 61; second <= 70; second += 1) at(second, 600 + (second - 60) * 30);
    expect(perSecond()).toBeGreaterThan(15);
    expect(perSecond()).toBeLessThan(25);
    for (let second = 71; second <= 100; second += 1) at(second, 900 + (second - 70) * 30);
    expect(perSecond()).toBeCloseTo(30);
  });

  it('knows no end where there is none, and none while nothing moves', () => {
    const { at, secondsLeft } = turned();
    at(0, 0);
    at(4, 40);
    expect(secondsLeft(null)).toBeNull();
    expect(secondsLeft(100)).toBe(6);
    expect(secondsLeft(30)).toBe(0);
    for (let second = 5; second <= 60; second += 1) at(second, 40);
    expect(secondsLeft(100)).toBeNull();
  });

  it('begins anew where it goes back', () => {
    const { at, perSecond } = turned();
    at(0, 0);
    at(4, 400);
    at(5, 10);
    expect(perSecond()).toBeNull();
    at(8, 40);
    expect(perSecond()).toBe(10);
  });
});
