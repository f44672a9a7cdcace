import { describe, expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { xformersReleaseRows } from '../../../../electron/engine/knowledge/tables.ts';
import type { BuildTools } from '../../../../shared/build-tools.ts';
import { known, type Facts } from '../../../../shared/facts.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { packages } from '../../../support/findings.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const gib = 1024 ** 3;
const there = 'known';

function tools(own: Partial<BuildTools> = {}): BuildTools {
  return {
    compiler: there,
    headers: there,
    importLibrary: 'unknown',
    torchHeaders: there,
    ninja: there,
    toolkits: [{ folder: '/usr/local/cuda', version: '12.4' }],
    processors: 16,
    freeMemoryBytes: 64 * gib,
    ...own,
  };
}

function card(computeCapability: string | null, name = 'a card'): Facts['gpus'] {
  return known([{ vendor: 'nvidia', name, computeCapability, memoryMiB: 24000 }], 'driver');
}

const setuptools = packages('setuptools==75.0.0');

function facts(own: Partial<Facts> = {}): Facts {
  return factsWith({ gpus: card('8.9'), distributions: setuptools, buildTools: tools(), ...own });
}

const build = (own: Partial<Facts> = {}) =>
  choose(facts(own), [], 'source-build').attempts[0]?.build?.variables;
const refused = async (own: Partial<Facts>): Promise<Problem | null> =>
  problemOf(() => choose(facts(own), [], 'source-build'));

describe('the build', () => {
  it('is for the cards here, with the toolkit of torch, and as many jobs as the memory bears', () => {
    const toolkits = [
      { folder: '/usr/local/cuda-12.8', version: '12.8' },
      { folder: '/usr/local/cuda-12.4', version: '12.4' },
    ];
    expect(build({ buildTools: tools({ toolkits }) })).toEqual({
      MAX_JOBS: '7',
      TORCH_CUDA_ARCH_LIST: '8.9',
      CUDA_HOME: '/usr/local/cuda-12.4',
      FORCE_CUDA: '1',
    });
  });

  it.each([
    [9, 16, '1'],
    [18, 16, '2'],
    [200, 8, '4'],
    [200, 1, '1'],
  ])('with %d GiB and %d processors compiles %s at a time', (free, processors, jobs) => {
    const buildTools = tools({ freeMemoryBytes: free * gib, processors });
    expect(build({ buildTools })?.['MAX_JOBS']).toBe(jobs);
  });

  it('takes another toolkit of the same major version, which torch accepts', () => {
    const toolkits = [{ folder: '/opt/cuda', version: '12.9' }];
    expect(build({ buildTools: tools({ toolkits }) })?.['CUDA_HOME']).toBe('/opt/cuda');
  });

  it('names each kind of card once, the smallest first', () => {
    const one = (computeCapability: string) => ({
      vendor: 'nvidia' as const,
      name: 'a card',
      computeCapability,
      memoryMiB: 1,
    });
    const gpus: Facts['gpus'] = known([one('8.9'), one('8.6'), one('8.9')], 'driver');
    expect(build({ gpus })?.['TORCH_CUDA_ARCH_LIST']).toBe('8.6;8.9');
  });

  it('is of the newest release that asks for this torch, also where no wheel was published', () => {
    const requirement = (own: Partial<Facts>) =>
      choose(facts(own), [], 'source-build').attempts[0]?.requirements;
    expect(requirement({})).toEqual(['xformers==0.0.29.post3']);
    expect(requirement({ architecture: 'arm64' })).toEqual(['xformers==0.0.29.post3']);
    const newest = xformersReleaseRows.at(-1)?.version ?? '';
    expect(
      requirement({
        torch: torch('2.99.0+cu124', '12.4'),
      }),
    ).toEqual([`xformers==${newest}`]);
  });

  it('says how long it takes before anybody agrees', () => {
    const { warnings } = choose(facts(), [], 'source-build');
    expect(warnings).toEqual([
      { key: 'plan.warning.build', params: { name: 'xFormers 0.0.29.post3', jobs: 7 } },
    ]);
  });
});

describe('what is missing', () => {
  it.each<[string, Partial<Facts>]>([
    ['unseen', { buildTools: undefined }],
    ['card', { gpus: card(null) }],
    ['compiler', { buildTools: tools({ compiler: 'absent' }) }],
    ['nvcc', { buildTools: tools({ toolkits: [] }) }],
    ['nvcc-version', { buildTools: tools({ toolkits: [{ folder: '/a', version: '13.0' }] }) }],
    ['nvcc-version', { buildTools: tools({ toolkits: [{ folder: '/a', version: null }] }) }],
    ['python-headers', { buildTools: tools({ headers: 'absent' }) }],
    ['import-library', { buildTools: tools({ importLibrary: 'absent' }) }],
    ['torch-headers', { buildTools: tools({ torchHeaders: 'absent' }) }],
    ['setuptools', { distributions: [] }],
    ['wheel', { distributions: packages('setuptools==70.0.0') }],
    ['ninja', { buildTools: tools({ ninja: 'absent' }) }],
    ['memory', { buildTools: tools({ freeMemoryBytes: 8 * gib }) }],
  ])('%s is named, and nothing else', async (what, own) => {
    const problem = await refused(own);
    expect(problem).toMatchObject({
      code: 'build-tools-missing',
      params: { name: 'xFormers 0.0.29.post3' },
    });
    expect(problem?.reasons?.map(({ key }) => key)).toEqual([`build.missing.${what}`]);
  });

  it('is named all at once', async () => {
    const buildTools = tools({ compiler: 'absent', toolkits: [], freeMemoryBytes: gib });
    const problem = await refused({ buildTools });
    expect(problem?.reasons?.map(({ key }) => key)).toEqual([
      'build.missing.compiler',
      'build.missing.nvcc',
      'build.missing.memory',
    ]);
  });

  it.each<[string, Partial<Facts>]>([
    [
      'an old setuptools with wheel',
      { distributions: packages('setuptools==65.5.0', 'wheel==0.45.1') },
    ],
    [
      'ninja as a package',
      {
        distributions: packages('setuptools==75.0.0', 'ninja==1.11.1'),
        buildTools: tools({ ninja: 'absent' }),
      },
    ],
  ])('is not %s', (_, own) => {
    expect(build(own)).toBeDefined();
  });
});

it.each<[string, Partial<Facts>]>([
  ['a torch for the processor', { torch: torch('2.6.0+cpu', null) }],
  ['a card that this torch has no kernels for', { gpus: card('12.0') }],
  ['a torch before all that are known', { torch: torch('1.4.0+cu101', '10.1') }],
])('is refused with %s', async (_, own) => {
  expect((await refused(own))?.code).toBe('no-matching-wheel');
});
