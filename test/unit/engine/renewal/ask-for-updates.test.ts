import { expect, it } from 'vitest';
import { askForUpdates } from '../../../../electron/engine/renewal/ask-for-updates.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';

function asking(answer: unknown, network = { proxy: null, offline: false }) {
  const asked: string[] = [];
  const system = {
    environment: { ATTENTION_DOCTOR_UPDATES: 'https://releases.example/latest' },
    network: () => network,
    localJson: (url: string) => {
      asked.push(url);
      return Promise.resolve(answer);
    },
  } as unknown as System;
  return { system, asked };
}

it.each([
  [{ tag_name: 'v1.10.0' }, { kind: 'newer', version: '1.10.0' }],
  [{ tag_name: '1.9.9' }, { kind: 'newest' }],
  [{ tag_name: 'v1.9.10' }, { kind: 'newer', version: '1.9.10' }],
  [{ tag_name: 'v0.99.99' }, { kind: 'newest' }],
  [{ tag_name: '<b>' }, { kind: 'silent' }],
  [null, { kind: 'silent' }],
])('%j is %j', async (answer, expected) => {
  expect(await askForUpdates(asking(answer).system, '1.9.9', true)).toEqual(expected);
});

it.each([
  ['unless it is switched on', undefined, false],
  ['where it is switched off', false, false],
  ['offline', true, true],
])('asks nobody %s', async (_, wanted, offline) => {
  const { system, asked } = asking({ tag_name: 'v9.0.0' }, { proxy: null, offline });
  expect(await askForUpdates(system, '1.0.0', wanted)).toEqual({ kind: 'off' });
  expect(asked).toEqual([]);
});

it('knows no place where nothing was published', async () => {
  const { system } = asking(null);
  const answer = await askForUpdates({ ...system, environment: {} }, '1.0.0', true);
  expect(answer).toEqual({ kind: 'nowhere' });
});
