import { expect, it } from 'vitest';
import { translate } from '../../../shared/messages/index.ts';
import { timeLeft } from '../../../shared/time-left.ts';

it.each<[number | null | undefined, string | null]>([
  [undefined, null],
  [null, 'time left unknown'],
  [0, 'a few seconds left'],
  [9, 'a few seconds left'],
  [11, 'about 20 seconds left'],
  [49, 'about 50 seconds left'],
  [50, 'about a minute left'],
  [89, 'about a minute left'],
  [90, 'about 2 minutes left'],
  [600, 'about 10 minutes left'],
  [5399, 'about 2 hours left'],
  [7200, 'about 2 hours left'],
])('%s seconds', (seconds, text) => {
  const told = timeLeft(seconds);
  expect(told && translate('en', told)).toBe(text);
});
