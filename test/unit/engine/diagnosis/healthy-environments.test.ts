import { describe, expect, it } from 'vitest';
import type { Clues } from '../../../../electron/engine/diagnosis/evidence/clues.ts';
import { rules } from '../../../../electron/engine/diagnosis/rules/index.ts';
import { predictBackend } from '../../../../electron/engine/inspection/predict-backend.ts';
import {
  torchReleaseRows,
  xformersReleaseRows,
} from '../../../../electron/engine/knowledge/tables.ts';
import { tritonSeriesFor } from '../../../../electron/engine/knowledge/triton-fit.ts';
import { absent, known, unknown, type Facts, type Gpu } from '../../../../shared/facts.ts';
import { factsWith, torch, xformers } from '../../../support/facts.ts';

type Machine = { platform: 'win32' | 'linux'; card: Gpu; torch: string; inComfyui: boolean };

const cards: readonly Gpu[] = [
  ['NVIDIA GeForce GTX 1080 Ti', '6.1'],
  ['NVIDIA GeForce RTX 2080', '7.5'],
  ['NVIDIA GeForce RTX 3060', '8.6'],
  ['NVIDIA GeForce RTX 4090', '8.9'],
  ['NVIDIA H100', '9.0'],
  ['NVIDIA GeForce RTX 5090', '12.0'],
  ['NVIDIA GB10', '12.1'],
].map(([name = '', computeCapability = '']) => ({
  vendor: 'nvidia',
  name,
  computeCapability,
  memoryMiB: 16_000,
}));

/** Every official torch of the tables with every card that it has kernels for. */
function machines(): Machine[] {
  const builds = torchReleaseRows.flatMap((row) =>
    row.cuda.map(({ variant }) => `${row.torch}.0+${variant}`),
  );
  return builds.flatMap((version) =>
    cards
      .filter((card) => runsOn(version, card))
      .flatMap((card) =>
        (['win32', 'linux'] as const).flatMap((platform) =>
          [true, false].map((inComfyui) => ({ platform, card, torch: version, inComfyui })),
        ),
      ),
  );
}

/** Worked out here by itself: the same major generation, from its own minor on. */
function runsOn(version: string, card: Gpu): boolean {
  const [major = '', minor = ''] = (card.computeCapability ?? '').split('.');
  const listed = architecturesIn(version);
  return listed.some((each) => {
    const digits = each.slice('sm_'.length);
    return digits.slice(0, -1) === major && Number(digits.slice(-1)) <= Number(minor);
  });
}

function architecturesIn(version: string): readonly string[] {
  const row = torchReleaseRows.find((each) => version.startsWith(`${each.torch}.`));
  return row?.cuda.find(({ variant }) => version.endsWith(`+${variant}`))?.architectures ?? [];
}

function fromVersion(version: string) {
  const cuda = /\+cu(\d\d)(\d)/.exec(version);
  return { version, cuda: `${cuda?.[1] ?? ''}.${cuda?.[2] ?? ''}`, hip: null, xpu: null };
}

function healthy(machine: Machine): Facts {
  const row = torchReleaseRows.find((each) => machine.torch.startsWith(`${each.torch}.`));
  const variant = machine.torch.split('+')[1] ?? '';
  const series = tritonSeriesFor(fromVersion(machine.torch), machine.platform);
  const triton = machine.platform === 'win32' ? 'triton-windows' : 'triton';
  const facts = factsWith({
    platform: machine.platform,
    torch: torch(machine.torch, fromVersion(machine.torch).cuda),
    xformers: fittingXformers(machine, variant),
    triton:
      series === null
        ? absent('file')
        : known({ distribution: triton, version: `${series}.0` }, 'file'),
    gpus: known([machine.card], 'driver', 'nvidia-smi'),
    driver: known({ version: '595.45.04' }, 'driver', 'nvidia-smi'),
    distributions: [
      ['torch', machine.torch],
      ['torchvision', `${row?.torchvision ?? ''}.0+${variant}`],
      ['torchaudio', `${row?.torchaudio ?? ''}.0+${variant}`],
      ['numpy', '1.26.4'],
      ...(series === null ? [] : [[triton, `${series}.0`]]),
    ].map(([name = '', version = '']) => ({
      name,
      version,
      location: `/env/${name}.dist-info`,
      hasRecord: true,
    })),
    toolchain: {
      compiler: known('/usr/bin/gcc', 'file'),
      headers: known('/usr/include/python3.11/Python.h', 'file'),
      importLibrary: known('libs/python311.lib', 'file'),
      runtimeBesidePython: absent('file'),
      runtimeOfSystem: known({ file: 'msvcp140.dll', version: '14.44.35211.0' }, 'file'),
    },
  });
  if (!machine.inComfyui) return facts;
  const comfyui = { version: '0.3.64', flags: [] };
  return { ...facts, comfyui, backend: predictBackend(facts, comfyui) };
}

/** The newest release for this torch that has kernels for the card; absent where there is none. */
function fittingXformers(machine: Machine, variant: string): Facts['xformers'] {
  const windows = machine.platform === 'win32';
  const release = xformersReleaseRows.findLast(
    (row) =>
      machine.torch.startsWith(`${row.builtForTorch.split('.').slice(0, 2).join('.')}.`) &&
      (windows ? row.cudaWindows : row.cudaLinux).includes(variant) &&
      !(windows && row.brokenOnWindows) &&
      row.gpuLimits.every(
        ({ platform, maxCapability }) =>
          platform !== machine.platform ||
          Number(machine.card.computeCapability) <= Number(maxCapability),
      ),
  );
  if (!release) return absent('file');
  return xformers(release.version, `${release.builtForTorch}+${variant}`);
}

describe('healthy environments', () => {
  const all = machines();

  it('are many', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(new Set(all.map((each) => each.card.name)).size).toBe(cards.length);
  });

  it('have nothing worse than a hint', () => {
    const alarms = all.flatMap((machine) =>
      rules
        .flatMap((rule) => rule(healthy(machine)))
        .filter(({ severity }) => severity !== 'harmless')
        // A bare Python without xFormers is told so: somebody chose to look at it.
        .filter(({ cause }) => machine.inComfyui || cause !== 'accel_package_not_installed')
        .map(
          ({ cause }) => `${cause}: ${machine.torch} on ${machine.card.name}, ${machine.platform}`,
        ),
    );
    expect(alarms).toEqual([]);
  });

  it('stay healthy with SageAttention and Flash Attention where the card has what they ask', () => {
    const modern = all.filter(({ card }) => Number(card.computeCapability) >= 8);
    const alarms = modern.flatMap((machine) => {
      const facts = healthy(machine);
      const asked = {
        ...facts,
        comfyui: { version: '0.3.64', flags: ['--use-sage-attention'] },
        backend: null,
        xformers: absent('file'),
        distributions: [
          ...facts.distributions,
          { name: 'sageattention', version: '2.2.0', location: '/env/sage', hasRecord: true },
        ],
      };
      if (facts.triton.state === 'absent') return [];
      return rules
        .flatMap((rule) => rule(asked))
        .filter(({ severity }) => severity !== 'harmless')
        .map(
          ({ cause }) => `${cause}: ${machine.torch} on ${machine.card.name}, ${machine.platform}`,
        );
    });
    expect(alarms).toEqual([]);
  });

  it('give no finding at all where nothing is known', () => {
    const nothing: Clues = {
      platform: null,
      interpreter: null,
      distributions: null,
      packageHealth: null,
      pathConfiguration: null,
      torch: unknown(),
      xformers: unknown(),
      triton: unknown(),
      comfyui: null,
      backend: null,
      driver: unknown(),
      gpus: unknown(),
      live: unknown(),
      said: [],
    };
    const flags = [
      '--use-sage-attention',
      '--use-flash-attention',
      '--xformers',
      '--disable-xformers',
    ];
    for (const platform of [null, 'win32', 'linux'] as const) {
      for (const comfyui of [null, { version: null, flags }]) {
        expect(rules.flatMap((rule) => rule({ ...nothing, platform, comfyui }))).toEqual([]);
      }
    }
  });
});
