import { describe, expect, it } from 'vitest';
import { checkResult } from '../../../../electron/engine/repair/check-result.ts';
import type { Diagnosis } from '../../../../shared/finding.ts';
import { toProblem } from '../../../../shared/problem.ts';
import type { BackendRun, Rung } from '../../../../shared/verification.ts';
import { factsWith, live } from '../../../support/facts.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { passedVerification } from '../../../support/sample-verification.ts';

type Given = { name?: string; rungs?: [Rung['outcome'], string][]; backends?: BackendRun[] };

/** What was missed after a package was put in; null: nothing. */
function missed({ name = 'xformers', rungs = [], backends = [] }: Given): string | null {
  const distributions = [{ name, version: '1.0', location: `/env/${name}`, hasRecord: true }];
  const facts = factsWith({ distributions, live: live() });
  const diagnosis = { facts, findings: [], problem: null } as unknown as Diagnosis;
  const plan = samplePlan({ changes: [{ name, from: '0.9', to: '1.0' }] });
  const climbed = rungs.map(([outcome, id], rung) => ({ rung, id, outcome }) as Rung);
  try {
    checkResult(plan, diagnosis, diagnosis, { rungs: climbed, backends });
    return null;
  } catch (error) {
    return toProblem(error).detail ?? '';
  }
}

describe('what was put in', () => {
  const ran = (
    id: BackendRun['id'],
    outcome: BackendRun['outcome'],
    detail?: string,
  ): BackendRun => {
    const problem = detail === undefined ? null : { code: 'kernel-failed' as const, detail };
    const evidence = { key: 'backend.failed' };
    return { ...passedVerification.backends[0], id, outcome, evidence, problem } as BackendRun;
  };
  it.each<[string, Given, string | null]>([
    ['computes', { backends: [ran('xformers', 'pass')] }, null],
    ['does not compute', { backends: [ran('xformers', 'fail')] }, 'xformers: backend.failed'],
    ['says why', { backends: [ran('xformers', 'fail', 'no kernel')] }, 'xformers: no kernel'],
    ['has no graphics card to compute on', { backends: [ran('xformers', 'skipped')] }, null],
    ['could not be tried', { backends: [ran('xformers', 'unknown')] }, null],
    ['is not what fails', { backends: [ran('sdpa', 'fail'), ran('xformers', 'pass')] }, null],
    [
      'is SageAttention',
      { name: 'sageattention', backends: [ran('sageattention', 'fail')] },
      'sageattention: backend.failed',
    ],
    [
      'ran on another kernel',
      {
        rungs: [
          ['pass', 'runs'],
          ['fail', 'kernel'],
        ],
      },
      'rung 1 (kernel): fail',
    ],
    ['does not need Triton', { rungs: [['fail', 'triton']], name: 'sageattention' }, null],
    [
      'is a Triton that fails',
      { rungs: [['fail', 'triton']], name: 'triton' },
      'rung 0 (triton): fail',
    ],
  ])('%s', (_, given, expected) => {
    expect(missed(given)).toBe(expected);
  });
});
