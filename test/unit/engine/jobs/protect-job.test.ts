import { expect, it } from 'vitest';
import { createHistory } from '../../../../electron/engine/history/keep-history.ts';
import { createProtectJob } from '../../../../electron/engine/jobs/protect-job.ts';
import type { TracedChange } from '../../../../shared/history.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { makePaperJobs } from '../../../support/paper-jobs.ts';
import { scenarios } from '../../../support/scenarios.ts';

/** A protection of an environment where this has changed since it was proved to work. */
async function protectionOf(drift: TracedChange[]) {
  const paper = await makePaperJobs(scenarios.healthy());
  const { system, paths, clock: now } = paper.options;
  const history = createHistory({ system, paths, now });
  const drifted = async () => ({
    ...{ drift, lastGood: null, proved: 'works' as const, restore: null, problem: null },
  });
  const protect = createProtectJob({ ...paper.options, history: { ...history, drifted } });
  return (how: 'plan' | 'on' | 'off') => protect(paper.context(), paper.targetId, how, null);
}

it('does not keep what somebody else put in place of what was proved', async () => {
  const protect = await protectionOf([
    { name: 'torch', from: '2.10.0+cu130', to: '2.4.0', by: null },
  ]);
  const refusal = {
    code: 'not-as-proved',
    params: { changes: 'torch 2.10.0+cu130 → 2.4.0' },
  };
  expect(await problemOf(protect('plan'))).toMatchObject(refusal);
  expect(await problemOf(protect('on'))).toMatchObject(refusal);
  // Taking it away is always allowed.
  expect((await protect('off')).result).toMatchObject({ kind: 'protect' });
});

it('keeps what is as it was proved', async () => {
  const protect = await protectionOf([]);
  expect((await protect('on')).result).toMatchObject({ protection: { outcome: 'protected' } });
});
