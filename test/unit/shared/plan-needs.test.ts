import { expect, it } from 'vitest';
import { translate } from '../../../shared/messages/index.ts';
import { needLines } from '../../../shared/plan-needs.ts';
import { samplePlan } from '../../support/sample-plan.ts';

const words = {
  say: (ref: Parameters<typeof translate>[1]) => translate('en', ref),
  size: (bytes: number) => `${bytes} B`,
};
const disk = { for: 'environment' as const, path: '/env', bytes: 300, freeBytes: 9 };
const needs = { disks: [disk], downloadSeconds: 400, bytesPerSecond: 7 };

it('says room and time, and only what is known', () => {
  expect(needLines(samplePlan({ needs }), words)).toEqual([
    'Up to 300 B on the drive of /env, for the packages. 9 B are free.',
    'The download takes about 7 minutes, if it is as fast as the last ones here (7 B a second).',
  ]);
  const unknown = {
    disks: [
      { ...disk, freeBytes: null },
      { ...disk, bytes: null },
    ],
    downloadSeconds: null,
    bytesPerSecond: null,
  };
  expect(needLines(samplePlan({ needs: unknown }), words)).toEqual([
    'Up to 300 B on the drive of /env, for the packages.',
    'How long the download takes is not known: none was measured here yet.',
  ]);
  expect(
    needLines(samplePlan({ needs: { ...needs, disks: [], downloadSeconds: null } }), words),
  ).toEqual([]);
  expect(needLines(samplePlan(), words)).toEqual([]);
  expect(needLines(samplePlan({ needs, downloadBytes: 0 }), words)).toEqual([]);
});
