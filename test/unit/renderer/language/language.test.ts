import { describe, expect, test } from 'vitest';
import { formatBytes } from '../../../../renderer/language/formats.ts';
import { pickLanguage } from '../../../../renderer/language/pick-language.ts';
import { visibleRows } from '../../../../renderer/components/visible-rows.ts';
import { lastPart } from '../../../../renderer/store/target.ts';

describe('the language', () => {
  test.each([
    [null, ['zh-TW', 'en'], 'zh-CN'],
    [null, ['zh'], 'zh-CN'],
    [null, ['de-DE', 'zh-CN', 'en'], 'zh-CN'],
    [null, ['de-DE', 'en-GB', 'zh-CN'], 'en'],
    [null, ['fr'], 'en'],
    [null, [], 'en'],
    ['en', ['zh-CN'], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
  ] as const)('%s chosen, system %j: %s', (chosen, system, expected) => {
    expect(pickLanguage(chosen, system)).toBe(expected);
  });

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [4_100, '4.1 kB'],
    [41_400_000, '41 MB'],
    [2_460_000_000, '2.5 GB'],
  ])('%d bytes: %s', (bytes, text) => {
    expect(formatBytes('en', bytes)).toBe(text);
  });
});

test.each([
  ['D:\\AI\\ComfyUI\\', 'ComfyUI'],
  ['/home/mei/venv', 'venv'],
  ['/', '/'],
])('the name of %s is %s', (path, name) => {
  expect(lastPart(path)).toBe(name);
});

test('of five thousand lines only those in sight are drawn', () => {
  const view = { count: 5000, height: 240, rowHeight: 20 };
  expect(visibleRows({ ...view, scrollTop: 0 })).toEqual({ first: 0, last: 32 });
  const end = visibleRows({ ...view, scrollTop: 5000 * 20 - 240 });
  expect(end.last).toBe(5000);
  expect(end.last - end.first).toBeLessThan(60);
  expect(visibleRows({ ...view, count: 3, scrollTop: 900 })).toEqual({ first: 0, last: 3 });
});
