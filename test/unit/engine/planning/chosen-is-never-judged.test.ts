import { describe, expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import type { Attempt } from '../../../../electron/engine/planning/intent.ts';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import {
  torchReleaseRows,
  type TorchRelease,
  xformersReleaseRows,
} from '../../../../electron/engine/knowledge/tables.ts';
import { absent, known, type Facts } from '../../../../shared/facts.ts';
import { toProblem } from '../../../../shared/problem.ts';
import type { Severity } from '../../../../shared/finding.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { factsWith, torch, xformers } from '../../../support/facts.ts';

/** Every official torch, system, Python and generation of cards: what is chosen, and what is said of it. */
const pythons = ['3.9.13', '3.12.10', '3.13.5', '3.14.0'];
const generations = ['6.1', '7.0', '7.5', '8.0', '8.9', '9.0', '12.0', '12.1'];
/** One card of each generation, none that is known, and two of which one alone is served. */
const machines: readonly (readonly string[])[] = [
  [],
  ...generations.map((each) => [each]),
  ['7.5', '8.9'],
  ['8.9', '12.0'],
];
const systems = ['win32', 'linux'] as const;

type World = { torch: string; facts: Facts };

function* worlds(): Generator<World> {
  for (const row of torchReleaseRows)
    for (const plain of patchesOf(row))
      for (const { variant } of row.cuda)
        for (const platform of systems)
          for (const python of pythons)
            for (const cards of machines) {
              const version = `${plain}+${variant}`;
              yield { torch: version, facts: world(version, platform, python, cards) };
            }
}

/** Wheels of xFormers ask for one patch release, and so do the pins of Triton. */
function patchesOf(row: TorchRelease): Set<string> {
  const built = xformersReleaseRows
    .map((each) => each.builtForTorch)
    .filter((each) => each.startsWith(`${row.torch}.`));
  return new Set([`${row.torch}.0`, ...row.tritonLinux.map((each) => each.fromTorch), ...built]);
}

function world(
  version: string,
  platform: Facts['platform'],
  python: string,
  cards: readonly string[],
): Facts {
  const gpu = { vendor: 'nvidia' as const, name: 'NVIDIA', memoryMiB: null };
  return factsWith({
    platform,
    torch: torch(version, cudaOf(version)),
    interpreter: { ...factsWith().interpreter, version: python },
    gpus:
      cards.length === 0
        ? { state: 'unknown' }
        : known(
            cards.map((computeCapability) => ({ ...gpu, computeCapability })),
            'driver',
          ),
    driver: known({ version: '595.45.04' }, 'driver'),
    xformers: absent('file'),
    triton: absent('file'),
    comfyui: { version: '0.3.64', flags: ['--use-sage-attention'] },
    distributions: [{ name: 'torch', version, location: '/env/torch', hasRecord: true }],
  });
}

function cudaOf(version: string): string | null {
  const digits = /\+cu(\d\d)(\d)/.exec(version);
  return digits ? `${digits[1] ?? ''}.${digits[2] ?? ''}` : null;
}

/** All that would be tried; none where the planner refuses. */
function attemptsFor(facts: Facts, goal: 'xformers' | 'triton' | 'torch-cuda'): Attempt[] {
  try {
    return choose(facts, [], goal).attempts;
  } catch (error) {
    expect(toProblem(error).code).toBe('no-matching-wheel');
    return [];
  }
}

/** Faults, limits and mismatches of what was just chosen. */
function judged(
  facts: Facts,
  causes: readonly Cause[],
  bad: readonly Severity[] = ['error', 'limit', 'warning'],
): string[] {
  return judge(facts)
    .findings.filter(({ severity }) => bad.includes(severity))
    .filter(({ cause }) => causes.includes(cause))
    .map(({ cause }) => cause);
}

function offers(facts: Facts, goal: string): string[] {
  return judge(facts)
    .findings.filter(({ remedies }) => remedies.some((each) => each.goal === goal))
    .map(({ cause }) => cause);
}

const where = ({ facts }: World, chosen: string): string => {
  const gpus = facts.gpus.state === 'known' ? facts.gpus.value : [];
  const cards = gpus.map((each) => each.computeCapability).join(' and ');
  const version = facts.torch.state === 'known' ? facts.torch.value.version : '?';
  return `${chosen} · torch ${version} · ${facts.platform ?? ''} · ${facts.interpreter.version ?? ''} · ${cards}`;
};

function withXformers(facts: Facts, version: string, variant: string): Facts {
  const row = xformersReleaseRows.find((each) => each.version === version);
  const build = xformers(version, `${row?.builtForTorch ?? ''}+${variant}`);
  const nvcc = Number(variant.slice(2, 4)) * 100 + Number(variant.slice(4));
  return {
    ...facts,
    xformers:
      build.state === 'known'
        ? { ...build, value: { ...build.value, nvcc, builtForPython: facts.interpreter.version } }
        : build,
    distributions: [
      ...facts.distributions,
      { name: 'xformers', version, location: '/env/xformers', hasRecord: true },
    ],
  };
}

const all = [...worlds()];

describe('what is chosen for every torch, system, Python and card', { timeout: 120_000 }, () => {
  it('are many', () => {
    expect(all.length).toBeGreaterThan(5000);
  });

  it('is an xFormers that is never judged afterwards; where there is none, none is offered', () => {
    const causes: Cause[] = [
      'xformers_torch_mismatch',
      'xformers_incomplete_build',
      'attention_gpu_too_new',
      'attention_gpu_too_old',
      'flash_attn_binary_mismatch',
    ];
    const wrong: string[] = [];
    let [chosen, refused] = [0, 0];
    for (const each of all) {
      const attempts = attemptsFor(each.facts, 'xformers');
      const sick = withXformers(each.facts, '0.0.20', 'cu118');
      if (attempts.length === 0) {
        refused += 1;
        wrong.push(...offers(sick, 'xformers').map((cause) => where(each, `offered for ${cause}`)));
        continue;
      }
      chosen += 1;
      for (const attempt of attempts) {
        const version = attempt.requirements[0]?.split('==')[1] ?? '';
        const row = xformersReleaseRows.find((one) => one.version === version);
        const variant = attempt.index === 'default' ? row?.pypiVariant : attempt.index.torchVariant;
        const mended = withXformers(each.facts, version, variant ?? '');
        wrong.push(...judged(mended, causes).map((cause) => where(each, `${version}: ${cause}`)));
      }
    }
    expect(wrong).toEqual([]);
    expect([chosen > 1000, refused > 1000]).toEqual([true, true]);
  });

  it('is a Triton that is never judged afterwards; where there is none, none is offered', () => {
    const wrong: string[] = [];
    for (const each of all) {
      const [attempt] = attemptsFor(each.facts, 'triton');
      if (!attempt) {
        wrong.push(
          ...offers(each.facts, 'triton').map((cause) => where(each, `offered for ${cause}`)),
        );
        continue;
      }
      const [requirement = ''] = attempt.requirements;
      const name = requirement.startsWith('triton-windows') ? 'triton-windows' : 'triton';
      const number = /\d+\.\d+(?:\.\d+)?/.exec(requirement)?.[0] ?? '';
      const version = number.split('.').length === 2 ? `${number}.0` : number;
      const mended = {
        ...each.facts,
        triton: known({ distribution: name, version } as const, 'file'),
        distributions: [
          ...each.facts.distributions,
          { name, version, location: `/env/${name}`, hasRecord: true },
        ],
      };
      const causes: Cause[] = ['triton_version_mismatch', 'attention_gpu_too_old'];
      wrong.push(...judged(mended, causes).map((cause) => where(each, `${version}: ${cause}`)));
    }
    expect(wrong).toEqual([]);
  });

  it('is a torch that is never judged afterwards; where there is none, none is offered', () => {
    const wrong: string[] = [];
    for (const each of all) {
      const plain = each.torch.split('+')[0] ?? '';
      const facts = {
        ...each.facts,
        torch: torch(`${plain}+cpu`, null),
        distributions: [
          { name: 'torch', version: `${plain}+cpu`, location: '/env/torch', hasRecord: true },
        ],
      };
      const [attempt] = attemptsFor(facts, 'torch-cuda');
      if (!attempt) {
        wrong.push(
          ...offers(facts, 'torch-cuda').map((cause) =>
            where({ ...each, facts }, `offered for ${cause}`),
          ),
        );
        continue;
      }
      const variant = attempt.index === 'default' ? 'cpu' : attempt.index.torchVariant;
      const version = `${plain}+${variant}`;
      const mended = { ...facts, torch: torch(version, cudaOf(version)) };
      const causes: Cause[] = [
        'torch_cpu_build',
        'torch_missing_new_gpu_arch',
        'torch_dropped_old_gpu_arch',
        'nvidia_driver_too_old',
      ];
      // That a second card is left out is a warning: no build of this torch may have both.
      const faults = judged(mended, causes, ['error', 'limit']);
      wrong.push(...faults.map((cause) => where(each, `${version}: ${cause}`)));
    }
    expect(wrong).toEqual([]);
  });
});
