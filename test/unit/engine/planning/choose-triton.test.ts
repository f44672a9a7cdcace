import { expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf } from '../../../support/paper-environment.ts';

function chosen(own: Partial<Facts>) {
  return choose(factsWith(own), [], 'triton');
}

it('asks the user’s index and then PyTorch’s for what torch pins on Linux', () => {
  expect(chosen({ distributions: packages('triton==3.1.0') })).toEqual({
    attempts: [
      { requirements: ['triton==3.2.0'], index: 'default', forceReinstall: false },
      {
        requirements: ['triton==3.2.0'],
        index: { torchVariant: 'cu124' },
        forceReinstall: false,
      },
    ],
    movable: ['triton'],
    remove: [],
    warnings: [],
    subject: { name: 'Triton 3.2.0', what: 'Python 3.11.7, PyTorch 2.6.0+cu124, Linux x64' },
  });
});

it('asks no index of PyTorch whose name torch does not tell', () => {
  expect(chosen({ torch: torch('2.6.0', '12') }).attempts).toEqual([
    { requirements: ['triton==3.2.0'], index: 'default', forceReinstall: false },
  ]);
});

it('takes the series of triton-windows from the user’s index on Windows', () => {
  expect(chosen({ platform: 'win32', distributions: packages('triton-windows==3.1.0') })).toEqual({
    attempts: [
      { requirements: ['triton-windows==3.2.*'], index: 'default', forceReinstall: false },
    ],
    movable: ['triton-windows'],
    remove: [],
    warnings: [],
    subject: { name: 'Triton 3.2', what: 'Python 3.11.7, PyTorch 2.6.0+cu124, Windows x64' },
  });
});

it('removes the upstream triton on Windows, where it is in the way', () => {
  const { remove, movable } = chosen({
    platform: 'win32',
    distributions: packages('triton==3.1.0'),
  });
  expect([remove, movable]).toEqual([['triton'], ['triton-windows']]);
});

it('says that a pin was inferred', () => {
  expect(chosen({ torch: torch('2.5.0+cu124', '12.4') }).warnings).toEqual([
    { key: 'plan.warning.inferred', params: { name: 'Triton' } },
  ]);
  expect(chosen({ torch: torch('2.5.1+cu124', '12.4') }).warnings).toEqual([]);
});

it('says for what there is none', async () => {
  const own: Partial<Facts> = { platform: 'darwin', architecture: 'arm64' };
  expect(await problemOf(() => chosen(own))).toEqual({
    code: 'no-matching-wheel',
    params: { name: 'Triton', what: 'Python 3.11.7, PyTorch 2.6.0+cu124, macOS arm64' },
  });
});
