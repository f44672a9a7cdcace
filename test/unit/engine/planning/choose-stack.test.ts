import { describe, expect, it } from 'vitest';
import { newerTorches } from '../../../../electron/engine/knowledge/torch-candidates.ts';
import { torchServesCards } from '../../../../electron/engine/knowledge/torch-choice.ts';
import { tritonFor } from '../../../../electron/engine/knowledge/triton-fit.ts';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { surroundingsOf } from '../../../../electron/engine/diagnosis/evidence/surroundings.ts';
import { torchParts } from '../../../../electron/engine/planning/torch-parts.ts';
import { absent, known, type Facts, type TorchBuild } from '../../../../shared/facts.ts';
import { cards, distributions, factsWith, torch } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const python = (version: string): Facts['interpreter'] => ({ ...factsWith().interpreter, version });
const stack = (own: Partial<Facts>) => choose(factsWith(own), [], 'upgrade-stack');
const firstOf = (own: Partial<Facts>) => stack(own).attempts[0];
const hereOf = (own: Partial<Facts>) => {
  const here = surroundingsOf(factsWith(own));
  if (!here) throw new Error('no torch');
  return here;
};

describe('the torches that could come', () => {
  it('serve the card and this Python, the newest first', () => {
    for (const capability of ['6.1', '7.0', '7.5', '8.6', '9.0', '12.0']) {
      const here = hereOf({ gpus: cards(capability), torch: torch('2.6.0+cu124', '12.4') });
      const found = newerTorches(here);
      expect(found.length).toBeGreaterThan(0);
      for (const each of found) {
        const then = { ...here, torch: each.torch, torchArchitectures: null };
        expect(torchServesCards(then)).toBe(true);
      }
      const minors = found.map(({ minor }) => Number(minor.split('.')[1]));
      expect(minors).toEqual([...minors].sort((a, b) => b - a));
      expect(Math.min(...minors)).toBeGreaterThanOrEqual(6);
    }
  });

  it('are those of CUDA 12.6 for a card of 2016, also where the torch that is there is newer', () => {
    const pascal = { gpus: cards('6.1') };
    const found = newerTorches(hereOf({ ...pascal, torch: torch('2.15.0+cu130', '13.0') }));
    expect(found[0]).toMatchObject({ minor: '2.14', variant: 'cu126' });
    const newest = newerTorches(
      hereOf({ gpus: cards('8.9'), torch: torch('2.15.0+cu130', '13.0') }),
    );
    expect(newest.every(({ minor }) => minor === '2.15')).toBe(true);
  });

  it('serve every card where one torch can, else as many as one can', () => {
    const both = { gpus: cards('6.1', '8.6'), torch: torch('2.6.0+cu124', '12.4') };
    const found = newerTorches(hereOf(both));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.variant).toBe('cu126');
    const serves = (each: TorchBuild, capability: number): boolean =>
      torchServesCards({
        ...hereOf(both),
        cards: [capability],
        torch: each,
        torchArchitectures: null,
      });
    for (const each of found)
      expect([serves(each.torch, 61), serves(each.torch, 86)]).toEqual([true, true]);
    const apart = newerTorches(hereOf({ ...both, gpus: cards('3.5', '8.6') }));
    expect(apart.map(({ minor, variant }) => `${minor} ${variant}`)).toEqual(
      newerTorches(hereOf({ ...both, gpus: cards('8.6') })).map(
        ({ minor, variant }) => `${minor} ${variant}`,
      ),
    );
  });

  it('leave out what the driver or this Python cannot run', () => {
    const old = newerTorches(hereOf({ driver: known({ version: '535.104.05' }, 'driver') }));
    expect(old.length).toBeGreaterThan(0);
    expect(old.every(({ variant }) => variant.startsWith('cu12') || variant === 'cu118')).toBe(
      true,
    );
    const ten = newerTorches(hereOf({ interpreter: python('3.10.11') }));
    expect(ten[0]?.minor).toBe('2.14');
  });

  it.each([
    [
      'ROCm',
      { torch: known({ version: '2.6.0+rocm6.2', cuda: null, hip: '6.2', xpu: null }, 'file') },
    ],
    ['XPU', { torch: known({ version: '2.6.0+xpu', cuda: null, hip: null, xpu: 'xpu' }, 'file') }],
    ['macOS', { platform: 'darwin' }],
  ] satisfies [string, Partial<Facts>][])(
    'are none beside %s: the flavour stays',
    async (_, own) => {
      expect(newerTorches(hereOf(own))).toEqual([]);
      expect((await problemOf(() => stack(own)))?.code).toBe('no-matching-wheel');
    },
  );
});

describe('upgrade-stack', () => {
  const torch26 = { torch: torch('2.6.0+cu124', '12.4'), gpus: cards('8.9') };

  it('asks for the partners that are there, in the series of that torch', () => {
    const own = { ...torch26, distributions: packages('torch==2.6.0', 'torchvision==0.21.0') };
    const requirements = firstOf({ ...own, xformers: absent('file') })?.requirements ?? [];
    expect(requirements.map((each) => each.split('==')[0])).toEqual(['torch', 'torchvision']);
    expect(requirements[0]).toMatch(/^torch==2\.\d+\.\*$/);
  });

  it('prefers a torch for which the xFormers and the Triton that are there exist', () => {
    const own: Partial<Facts> = {
      ...torch26,
      platform: 'win32',
      triton: known({ distribution: 'triton-windows', version: '3.2.0.post21' }, 'file'),
      distributions: packages('torch==2.6.0', 'triton==3.2.0', 'triton-windows==3.2.0.post21'),
    };
    const [attempt] = stack(own).attempts;
    const minor = /^torch==(2\.\d+)/.exec(attempt?.requirements[0] ?? '')?.[1] ?? '';
    const then = { ...hereOf(own), torch: { ...hereOf(own).torch, version: `${minor}.0+cu130` } };
    expect(tritonFor({ ...then, cards: [] })).not.toBeNull();
    expect(attempt?.also?.flatMap((each) => each.requirements)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^triton-windows==3\.\d+\.\*$/)]),
    );
    // The one of Linux has the same import name.
    expect(stack(own).remove).toEqual(['triton']);
  });

  it('brings an xFormers only where the one that is there will not do', () => {
    const also = (own: Partial<Facts>) => firstOf(own)?.also?.flatMap((each) => each.requirements);
    expect(also(torch26)).toEqual([expect.stringMatching(/^xformers==/)]);
    expect(also({ ...torch26, xformers: absent('file') })).toEqual([]);
  });

  it('takes out compiled attention packages that would not load beside it, and only those', () => {
    const build = (compiled: string[], wheel: string | null): Facts['attentionBuilds'] => [
      { name: 'flash-attn', version: '2.7.4', wheel, compiled, importable: true },
    ];
    const own = {
      ...torch26,
      distributions: [...distributions(), ...packages('flash-attn==2.7.4')],
    };
    const removed = (builds: Facts['attentionBuilds']) =>
      stack({ ...own, attentionBuilds: builds }).remove;
    expect(removed(build(['x.so'], null))).toEqual(['flash-attn']);
    expect(removed(build(['x.so'], 'flash_attn-2.7.4+cu12torch2.6-cp311.whl'))).toEqual([
      'flash-attn',
    ]);
    // Built for every torch from there on, of the CUDA that is to come.
    const cuda = stack(own).subject.name.includes('cu13') ? 'cu130' : 'cu128';
    expect(removed(build(['x.so'], `x-1+${cuda}torch2.10.0andhigher-cp311.whl`))).toEqual([]);
    expect(removed(build([], null))).toEqual([]);
  });

  it('may move what torch asks for, and tells what others then complain of', () => {
    const names = packages('nvidia-cublas-cu12==12.4', 'cuda-bindings==12', 'numpy==1', 'sympy==1');
    expect(torchParts({ distributions: names })).toEqual(
      expect.arrayContaining(['torch', 'sympy', 'nvidia-cublas-cu12', 'cuda-bindings']),
    );
    expect(torchParts({ distributions: names })).not.toContain('numpy');
    expect(stack(torch26).othersMayMind).toBe(true);
  });
});
