import { expect, it } from 'vitest';
import { withoutNetwork, withProxy } from '../../../../electron/engine/pip/set-network.ts';

it('the proxy of the app comes before that of pip', () => {
  const own = { proxy: 'http://old:1', 'index-url': 'https://x/' };
  expect(withProxy(own, 'http://new:2')).toEqual({ ...own, proxy: 'http://new:2' });
  expect(withProxy(own, null)).toBe(own);
  expect(withProxy(own, undefined)).toBe(own);
});

it.each([
  ['/wheels', '/wheels'],
  ['https://x/a\nfile:///w D:\\wheels', 'file:///w D:\\wheels'],
  ['HTTP://x/a ftp://b', undefined],
  ['', undefined],
])('offline asks no index, and only the near of %j', (places, near) => {
  expect(withoutNetwork({ 'find-links': places, timeout: '5' })).toEqual({
    ...{ timeout: '5', 'no-index': '1' },
    ...(near === undefined ? {} : { 'find-links': near }),
  });
});
