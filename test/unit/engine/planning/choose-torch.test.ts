import { describe, expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import type { Part } from '../../../../electron/engine/planning/intent.ts';
import { absent, type Facts } from '../../../../shared/facts.ts';
import { factsWith, torch, xformers } from '../../../support/facts.ts';
import { cards, driver, liveTorch, packages } from '../../../support/findings.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const cpu = { torch: torch('2.6.0+cpu', null), driver: driver('580.10') } satisfies Partial<Facts>;
const alone = { ...cpu, xformers: absent('file') } satisfies Partial<Facts>;

function chosen(own: Partial<Facts>) {
  return choose(factsWith(own), [], 'torch-cuda');
}

function line({ requirements, index }: Part): string {
  return `${index === 'default' ? index : index.torchVariant}: ${requirements.join(' ')}`;
}

/** Each try as "index: requirements", what lies on another index behind it; those of PyTorch's own index alone. */
function tries(own: Partial<Facts>, onPypi = false): string[] {
  return chosen(own)
    .attempts.filter(({ index }) => (index === 'default') === onPypi)
    .map((each) => [each, ...(each.also ?? [])].map(line).join(' + '));
}

const fromTorch = (torchVariant: string) => ({
  requirements: [`torch==2.6.0+${torchVariant}`],
  index: { torchVariant },
  forceReinstall: false,
  also: [],
});

it('keeps the number of torch, and lets move what moves with it', () => {
  expect(chosen(alone)).toEqual({
    attempts: [
      fromTorch('cu124'),
      {
        requirements: ['torch===2.6.0'],
        index: 'default',
        torchVariant: 'cu124',
        forceReinstall: false,
        also: [],
      },
      fromTorch('cu126'),
      fromTorch('cu118'),
    ],
    othersMayMind: true,
    movable: ['torch', 'torchvision', 'torchaudio', 'triton', 'xformers'],
    remove: [],
    warnings: [],
    subject: {
      name: 'PyTorch 2.6.0 (cu124)',
      what: 'Python 3.11.7, PyTorch 2.6.0+cpu, Linux x64',
    },
  });
});

it('says that no driver was seen', () => {
  const warnings = [{ key: 'plan.warning.no-driver-seen' }];
  expect(chosen({ ...alone, driver: absent('driver') }).warnings).toEqual(warnings);
  expect(chosen({ ...alone, driver: { state: 'unknown' } }).warnings).toEqual(warnings);
});

it.each<[string, string, string[]]>([
  ['the usual one', '2.6.0+cu124', ['cu124', 'cu126', 'cu118']],
  ['the newest', '2.6.0+cu126', ['cu126', 'cu124', 'cu118']],
  ['the oldest', '2.6.0+cu118', ['cu118', 'cu124', 'cu126']],
  ['none', '2.6.0+cpu', ['cu124', 'cu126', 'cu118']],
])('tries the family of xFormers first, then the usual, then the newest: %s', (_, built, order) => {
  const own = { ...cpu, xformers: xformers('0.0.29.post3', built) };
  expect(tries(own).map((each) => each.split(':')[0])).toEqual(order);
});

it('replaces an xFormers that would not fit, and only where it would not', () => {
  expect(tries({ ...cpu, xformers: xformers('0.0.29.post3', '2.6.0+cu124') })).toEqual([
    'cu124: torch==2.6.0+cu124',
    'cu126: torch==2.6.0+cu126',
    'cu118: torch==2.6.0+cu118 + cu118: xformers==0.0.29.post3',
  ]);
  const old = { ...cpu, xformers: xformers('0.0.28', '2.4.1+cu124') };
  expect(tries(old)[0]).toBe('cu124: torch==2.6.0+cu124 + default: xformers==0.0.29.post3');
});

it('asks the torch that is to come what it was compiled for, not the one that is here', () => {
  const own = { ...cpu, gpus: cards('RTX 4090'), xformers: xformers('0.0.28', '2.4.1+cu124') };
  expect(tries({ ...own, live: liveTorch({ architectures: ['sm_35'] }) })[0]).toBe(
    'cu124: torch==2.6.0+cu124 + default: xformers==0.0.29.post3',
  );
});

it('moves nothing else of a torch that has GPU support', () => {
  expect(tries({ ...alone, torch: torch('2.6.0+cu118', '11.8') })).toEqual([
    'cu118: torch==2.6.0+cu118',
  ]);
});

it('exchanges an xFormers of the same number, which pip would take for done', () => {
  const { attempts } = chosen({ ...cpu, xformers: xformers('0.0.29.post3', '2.6.0+cu124') });
  expect(attempts.at(-1)?.also).toMatchObject([{ forceReinstall: true }]);
});

describe('where PyTorch’s index cannot be had', () => {
  const ofPypi = (own: Partial<Facts>) => tries({ ...alone, ...own }, true);

  it('a Linux PC gets PyPI’s build, which is of one family, and its companions', () => {
    const installed = ['torchvision==0.21.0+cpu', 'torchaudio==2.5.0+cpu'];
    expect(ofPypi({ distributions: packages(...installed) })).toEqual([
      'default: torch===2.6.0 torchvision===0.21.0 torchaudio==2.6.*',
      'default: torch===2.6.0 torchvision==0.21.*,!=0.21.0 torchaudio==2.6.*',
    ]);
  });

  it('a torch with GPU support of that family stays, and one of another is left alone', () => {
    const is = (version: string, cuda: string) => ofPypi({ torch: torch(version, cuda) });
    expect(is('2.6.0+cu124', '12.4')).toEqual(['default: torch===2.6.0+cu124']);
    expect(is('2.6.0+cu118', '11.8')).toEqual([]);
  });

  it('an xFormers that would not fit comes from there as well', () => {
    expect(ofPypi({ xformers: xformers('0.0.28', '2.4.1+cu124') })).toEqual([
      'default: torch===2.6.0 + default: xformers==0.0.29.post3',
    ]);
  });

  it.each<[string, Partial<Facts>]>([
    ['Windows, where PyPI has a CPU build', { platform: 'win32' }],
    ['an ARM machine', { architecture: 'arm64' }],
    [
      'a card that its family does not serve',
      { torch: torch('2.7.1+cpu', null), gpus: cards('RTX 5090') },
    ],
  ])('nothing is taken from there for %s', (_, own) => {
    expect(ofPypi(own)).toEqual([]);
  });
});

it.each<[string, string[], string[][]]>([
  ['no companion', [], [[]]],
  [
    'both as they belong, of another build',
    ['torchvision==0.21.0+cpu', 'torchaudio==2.6.0+cpu'],
    [
      ['torchvision==0.21.0+cu124', 'torchaudio==2.6.0+cu124'],
      ['torchvision==0.21.*', 'torchaudio==2.6.*'],
    ],
  ],
  ['one of another series', ['torchvision==0.20.1+cpu'], [['torchvision==0.21.*']]],
  [
    'one of another series and one that belongs',
    ['torchaudio==2.6.0', 'torchvision==0.20.1'],
    [
      ['torchvision==0.21.*', 'torchaudio==2.6.0+cu124'],
      ['torchvision==0.21.*', 'torchaudio==2.6.*'],
    ],
  ],
  [
    'one that no table knows',
    ['torchvision==0.21.0.dev20250101+cpu'],
    [['torchvision==0.21.0.dev20250101+cu124']],
  ],
  [
    'one that no table knows beside one that belongs',
    ['torchvision==0.21.0.dev1', 'torchaudio==2.6.0'],
    [
      ['torchvision==0.21.0.dev1+cu124', 'torchaudio==2.6.0+cu124'],
      ['torchvision==0.21.0.dev1+cu124', 'torchaudio==2.6.*'],
    ],
  ],
])('takes along %s', (_, installed, expected) => {
  const { attempts } = chosen({ ...alone, distributions: packages(...installed) });
  const ofFirst = attempts.filter((each) => each.requirements[0] === 'torch==2.6.0+cu124');
  expect(ofFirst.map((each) => each.requirements.slice(1))).toEqual(expected);
});

it('says for what there is none', async () => {
  expect(await problemOf(() => chosen({ ...alone, platform: 'darwin' }))).toEqual({
    code: 'no-matching-wheel',
    params: { name: 'PyTorch', what: 'Python 3.11.7, PyTorch 2.6.0+cpu, macOS x64' },
  });
});
