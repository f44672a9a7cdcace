import { expect, it } from 'vitest';
import type { OperationContext } from '../../../../electron/engine/operations/operation-runner.ts';
import { tellDownload } from '../../../../electron/engine/repair/tell-download.ts';

function told(done: number, total: number | null): unknown[] {
  const said: unknown[] = [];
  const progress = (...words: unknown[]): number => said.push(...words);
  tellDownload({ progress } as unknown as OperationContext<'fix'>, 'a 1.0', done, total);
  return said;
}

it('tells how much has arrived, and the part where the whole is known', () => {
  const key = 'progress.downloading';
  const params = { name: 'a 1.0', done: '1.0 kB' };
  expect(told(1024, 4096)).toEqual([
    'download',
    { key, params: { ...params, total: '4.1 kB' } },
    0.25,
  ]);
  expect(told(1024, 0)[2]).toBeNull();
  expect(told(1024, null)).toEqual(['download', { key: 'progress.downloading-unknown', params }]);
});
