import { describe, expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { absent, known, type Facts } from '../../../../shared/facts.ts';
import { cards, factsWith, torch } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const python = (version: string): Facts['interpreter'] => ({ ...factsWith().interpreter, version });

describe('an accelerator', () => {
  const ampere = { torch: torch('2.6.0+cu124', '12.4'), gpus: cards('8.6') };
  const intent = (own: Partial<Facts>, goal: 'sageattention' | 'flash-attn') =>
    choose(factsWith({ ...ampere, ...own }), [], goal);

  it('is built for the torch that is there', () => {
    for (const goal of ['sageattention', 'flash-attn'] as const)
      expect(intent({}, goal).builtFor).toMatchObject({
        names: [goal],
        torch: { version: '2.6.0+cu124' },
      });
  });

  it('brings Triton along only for SageAttention, and only where it is not there', () => {
    const none = { triton: absent('file') };
    expect(intent(none, 'sageattention').attempts[0]?.also?.[0]?.requirements).toEqual([
      'triton==3.2.0',
    ]);
    const there = { triton: known({ distribution: 'triton', version: '3.2.0' }, 'file') };
    expect(intent(there, 'sageattention').attempts[0]?.also).toEqual([]);
    expect(intent(none, 'flash-attn').attempts[0]?.also).toBeUndefined();
  });

  it('is asked of the index of the user alone, and nothing else may move', () => {
    const there = { triton: known({ distribution: 'triton', version: '3.2.0' }, 'file') };
    for (const goal of ['sageattention', 'flash-attn'] as const) {
      const { attempts, movable, remove, subject } = intent(there, goal);
      expect(attempts).toMatchObject([
        { requirements: [goal], index: 'default', forceReinstall: false },
      ]);
      expect([movable, remove]).toEqual([[goal], []]);
      expect(subject.name.toLowerCase()).toBe(goal);
      expect(subject.what).toContain('2.6.0+cu124');
    }
    expect(intent({ triton: absent('file') }, 'sageattention').movable).toEqual([
      'sageattention',
      'triton',
    ]);
  });

  it('names what there is none of', async () => {
    const nameOf = async (own: Partial<Facts>, goal: 'sageattention' | 'flash-attn') =>
      (await problemOf(() => intent(own, goal)))?.params?.['name'];
    expect(await nameOf({ gpus: cards('7.5') }, 'flash-attn')).toBe('flash-attn');
    expect(await nameOf({ gpus: cards('7.5') }, 'sageattention')).toBe('SageAttention');
    const noTriton: Partial<Facts> = { platform: 'win32', interpreter: python('3.8.10') };
    expect(await nameOf(noTriton, 'sageattention')).toBe('Triton');
  });

  it('takes the Triton of Linux out of the way on Windows', () => {
    const own: Partial<Facts> = {
      platform: 'win32',
      triton: known({ distribution: 'triton', version: '3.2.0' }, 'file'),
      distributions: packages('torch==2.6.0', 'triton==3.2.0'),
    };
    expect(intent(own, 'sageattention')).toMatchObject({ remove: ['triton'] });
  });

  it.each<[string, Partial<Facts>]>([
    ['a card that cannot run it', { gpus: cards('7.5') }],
    [
      'a torch of another vendor',
      { torch: known({ version: '2.6.0+rocm6.2', cuda: null, hip: '6.2', xpu: null }, 'file') },
    ],
    ['a torch without GPU support', { torch: torch('2.6.0+cpu', null) }],
  ])('is refused for %s', async (_, own) => {
    for (const goal of ['sageattention', 'flash-attn'] as const)
      expect((await problemOf(() => intent(own, goal)))?.code).toBe('no-matching-wheel');
  });
});
