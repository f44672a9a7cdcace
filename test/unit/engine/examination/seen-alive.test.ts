import { describe, expect, it } from 'vitest';
import { seenAlive } from '../../../../electron/engine/examination/seen-alive.ts';
import { absent, known } from '../../../../shared/facts.ts';
import { factsWith, live } from '../../../support/facts.ts';

const nothing = { torch: absent('file'), triton: absent('file') } as const;
const torch = { cudaAvailable: true, devices: [], error: null };

describe('what a live Python has though no folder of its own holds it', () => {
  it('counts as there', () => {
    expect(seenAlive(factsWith({ ...nothing, live: live() }))).toEqual({
      torch: known({ version: '2.6.0+cu124', cuda: '12.4', hip: null, xpu: null }, 'probe'),
      triton: known({ distribution: 'triton', version: '3.2.0' }, 'probe'),
    });
  });

  it('is told by CUDA where the version has no build', () => {
    const answer = live({ torch: { ...torch, version: '2.15.0', cuda: '13.2' } });
    expect(seenAlive(factsWith({ ...nothing, live: answer })).torch).toMatchObject({
      value: { version: '2.15.0', cuda: '13.2' },
    });
  });

  it.each([
    ['no live Python was asked', absent('probe') as ReturnType<typeof live>],
    ['it has none either', live({ torch: null, triton: null })],
    [
      'nobody can tell for what it was built',
      live({ torch: { ...torch, version: '2.15.0', cuda: null }, triton: null }),
    ],
  ])('is not made up where %s', (_, answer) => {
    expect(seenAlive(factsWith({ ...nothing, live: answer }))).toEqual(nothing);
  });

  it('does not overrule files', () => {
    const facts = factsWith({
      live: live({ torch: { ...torch, version: '1.0.0+cu118', cuda: '11.8' } }),
    });
    expect(seenAlive(facts).torch).toBe(facts.torch);
  });
});
