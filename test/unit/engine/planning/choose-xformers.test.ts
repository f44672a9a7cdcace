import { expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { absent, type Facts } from '../../../../shared/facts.ts';
import { factsWith, torch, xformers } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const none = { xformers: absent('file') } satisfies Partial<Facts>;

function chosen(own: Partial<Facts>) {
  return choose(factsWith(own), [], 'xformers');
}

/** Each try as "requirement from index", with an exclamation mark where it is reinstalled. */
function tries(own: Partial<Facts>): string[] {
  return chosen(own).attempts.map(({ requirements, index, forceReinstall }) => {
    const from = index === 'default' ? index : index.torchVariant;
    return `${requirements.join(' ')} from ${from}${forceReinstall ? '!' : ''}`;
  });
}

it('moves xFormers alone, and says what for', () => {
  expect(chosen(none)).toEqual({
    attempts: [
      { requirements: ['xformers==0.0.29.post3'], index: 'default', forceReinstall: false },
      {
        requirements: ['xformers==0.0.29.post3'],
        index: { torchVariant: 'cu124' },
        forceReinstall: false,
      },
      {
        requirements: ['xformers==0.0.29.post3'],
        index: { torchVariant: 'cu126' },
        forceReinstall: false,
      },
      { requirements: ['xformers==0.0.29.post2'], index: 'default', forceReinstall: false },
      {
        requirements: ['xformers==0.0.29.post2'],
        index: { torchVariant: 'cu124' },
        forceReinstall: false,
      },
      {
        requirements: ['xformers==0.0.29.post2'],
        index: { torchVariant: 'cu126' },
        forceReinstall: false,
      },
    ],
    movable: ['xformers'],
    remove: [],
    warnings: [],
    subject: {
      name: 'xFormers 0.0.29.post3',
      what: 'Python 3.11.7, PyTorch 2.6.0+cu124, Linux x64',
    },
  });
});

it.each<[string, Partial<Facts>, string[]]>([
  [
    'the family of torch first, then the nearest of its major, the default index last',
    { torch: torch('2.7.1+cu126', '12.6') },
    ['cu126', 'cu128', 'default'],
  ],
  [
    'the nearest first, where none is of the same family',
    { torch: torch('2.9.1+cu129', '12.9') },
    ['cu128', 'cu126', 'default'],
  ],
  [
    'the nearest first, from below as well',
    { torch: torch('2.8.0+cu126', '12.6') },
    ['cu126', 'cu128', 'cu129', 'default'],
  ],
  [
    'the default index first where it has the very family',
    { torch: torch('2.8.0+cu128', '12.8') },
    ['default', 'cu128', 'cu129', 'cu126'],
  ],
  [
    'PyTorch’s index alone where the default one has another major',
    { torch: torch('2.9.1+cu130', '13.0') },
    ['cu130'],
  ],
  [
    'the default index of Windows too, where it has a wheel',
    { torch: torch('2.6.0+cu124', '12.4'), platform: 'win32' },
    ['default', 'cu124', 'cu126'],
  ],
  [
    'PyTorch’s index alone where the default one has none for Windows',
    { torch: torch('2.5.1+cu124', '12.4'), platform: 'win32' },
    ['cu124'],
  ],
  [
    'the default index of Linux, whatever it has for Windows',
    { torch: torch('2.5.1+cu124', '12.4') },
    ['cu124', 'cu121', 'default'],
  ],
])('looks into %s', (_, own, indexes) => {
  const [first] = tries({ ...none, ...own });
  const requirement = first?.split(' ')[0] ?? '';
  const ofFirst = tries({ ...none, ...own }).filter((each) => each.startsWith(`${requirement} `));
  expect(ofFirst.map((each) => each.split(' from ')[1])).toEqual(indexes);
});

it('tries three releases, the newest first', () => {
  const requirements = tries({ ...none, torch: torch('2.1.0+cu121', '12.1') }).map(
    (each) => each.split(' ')[0],
  );
  expect([...new Set(requirements)]).toEqual([
    'xformers==0.0.22.post7',
    'xformers==0.0.22.post6',
    'xformers==0.0.22.post5',
  ]);
});

it.each([
  ['0.0.29.post3', ['xformers==0.0.29.post3 from default!', 'xformers==0.0.29.post2 from default']],
  [
    '0.0.29.post3+cu118',
    ['xformers==0.0.29.post3 from default!', 'xformers==0.0.29.post2 from default'],
  ],
  ['0.0.28', ['xformers==0.0.29.post3 from default', 'xformers==0.0.29.post2 from default']],
])('reinstalls what has the number of the installed %s', (installed, expected) => {
  const all = tries({ xformers: xformers(installed, '2.6.0+cu118') });
  expect(all.filter((each) => each.includes('default'))).toEqual(expected);
});

it.each([
  ['2.9.1+cu129', '12.9', [{ key: 'plan.warning.other-cuda-minor', params: { variant: 'cu129' } }]],
  ['2.9.1+cu128', '12.8', []],
])('beside torch %s it warns as it has to', (version, cuda, warnings) => {
  expect(chosen({ ...none, torch: torch(version, cuda) }).warnings).toEqual(warnings);
});

it.each<[string, Partial<Facts>, string]>([
  [
    'was never built for this torch',
    { torch: torch('1.13.1+cu117', '11.7') },
    'Python 3.11.7, PyTorch 1.13.1+cu117, Linux x64',
  ],
  [
    'has no build without CUDA',
    { torch: torch('2.6.0+cpu', null), distributions: packages('flash-attn==2.7.4') },
    'Python 3.11.7, PyTorch 2.6.0+cpu, Linux x64, flash-attn 2.7.4',
  ],
])('says for what there is none, where it %s', async (_, own, what) => {
  expect(await problemOf(() => chosen({ ...none, ...own }))).toEqual({
    code: 'no-matching-wheel',
    params: { name: 'xFormers', what },
  });
});
