import { describe, expect, it } from 'vitest';
import { recommend } from '../../../../electron/engine/verification/recommend.ts';
import { verificationOf } from '../../../../electron/engine/verification/verify.ts';
import { absent, unknown, type Facts } from '../../../../shared/facts.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Rung } from '../../../../shared/verification.ts';
import { factsWith, live } from '../../../support/facts.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { passedVerification } from '../../../support/sample-verification.ts';

/** All rungs, of which the last about packages ended so. */
function rungs(outcome: Rung['outcome']): Rung[] {
  return passedVerification.rungs.map((each, at) => (at === 3 ? { ...each, outcome } : each));
}

describe('the recommendation', () => {
  const version = '2.6.0+cu124';
  const flag = '--use-pytorch-cross-attention';
  const none: Partial<Facts> = { xformers: absent('file') };
  const basis = {
    xformers: message('recommend.xformers'),
    pytorch: message('recommend.pytorch', { version }),
    only: message('recommend.pytorch-only', { version }),
    nothing: message('recommend.no-torch'),
  };

  it.each<[string, Partial<Facts>, Rung['outcome'], keyof typeof basis, string | null]>([
    ['every rung passed', {}, 'pass', 'xformers', null],
    ['one failed', {}, 'fail', 'pytorch', flag],
    ['one is not known', {}, 'unknown', 'pytorch', null],
    ['there is no xFormers', none, 'skipped', 'only', null],
    ['a rung fell without an xFormers', none, 'fail', 'only', null],
    ['there is no torch', { torch: absent('file') }, 'fail', 'nothing', null],
    ['torch cannot be read', { torch: unknown() }, 'unknown', 'nothing', null],
  ])('where %s', (_, own, outcome, why, expected) => {
    const proof = { rungs: rungs(outcome), backends: [], benchmark: [] };
    expect(recommend({ facts: factsWith(own) }, proof)).toEqual({
      backend: why === 'xformers' ? 'xformers' : 'pytorch',
      flag: expected,
      speedup: null,
      basis: basis[why],
    });
  });
});

it('is the ladder and the recommendation for what was seen', () => {
  const facts = factsWith({ live: live() });
  const verification = verificationOf(sampleDiagnosis({ facts, elapsedMs: 7 }));
  expect(verification).toMatchObject({ targetId: 'install-1', elapsedMs: 7 });
  expect(verification.rungs.map((each) => each.outcome)).toEqual([
    ...['pass', 'pass', 'pass', 'pass'],
    ...['skipped', 'skipped', 'skipped', 'skipped'],
  ]);
  expect(verification.recommended.backend).toBe('xformers');
});
