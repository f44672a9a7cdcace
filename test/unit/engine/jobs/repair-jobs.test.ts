import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Known } from '../../../../electron/engine/jobs/job-options.ts';
import { lockName } from '../../../../electron/engine/repair/prepare.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { scenarios } from '../../../support/scenarios.ts';

let paper: PaperJobs;
/** The locks that were held whenever it was asked what runs. */
let held: string[][];
beforeEach(async () => {
  held = [];
  const processes = async () => {
    held.push(await lockFiles());
    return [];
  };
  paper = await makePaperJobs(scenarios.healthy(), { own: { processes } });
});

async function lockFiles(): Promise<string[]> {
  const found = (await paper.system.files.list(paper.options.paths.locks)) ?? [];
  return found.map((each) => each.name);
}
const lockFile = () => `${lockName(paper.targetId)}.1`;

/** A plan with nothing to do, as it was kept when it was made. */
async function known(pinned: Known['plan']['pinned'] = []): Promise<Known> {
  const target = await paper.options.targets.target(paper.targetId);
  const { result } = await paper.jobs.diagnose(paper.context(), paper.targetId, false);
  const facts = result?.kind === 'diagnose' ? result.diagnosis.facts : {};
  held.length = 0;
  return {
    plan: samplePlan({
      ...{ targetId: paper.targetId, environmentId: target.environment.id },
      ...{ environmentRoot: paper.paper.root, actions: [], changes: [], pinned },
    }),
    diagnosis: sampleDiagnosis({ targetId: paper.targetId, ...{ facts } } as object),
  };
}
const fixed = async (pinned?: Known['plan']['pinned']) =>
  paper.jobs.fix(paper.context(), await known(pinned));
const rolledBack = (how: 'interrupted' | 'put-back') =>
  paper.jobs.rollback(paper.context(), paper.targetId, { snapshotId: null, how });

describe.each<[string, () => Promise<unknown>, () => Promise<unknown>, string]>([
  ['fix', () => fixed(), () => fixed([{ name: 'torch', version: '1' }]), 'plan-outdated'],
  ['rollback', () => rolledBack('interrupted'), () => rolledBack('put-back'), 'snapshot-unknown'],
])('a %s', (_, well, badly, code) => {
  it('holds the lock of the environment while it runs', async () => {
    await well();
    expect(held.length).toBeGreaterThan(0);
    for (const names of held) expect(names).toEqual([lockFile()]);
    expect(await lockFiles()).toEqual([]);
  });

  it('lets go of it where it fails', async () => {
    expect((await problemOf(badly()))?.code).toBe(code);
    expect(await lockFiles()).toEqual([]);
  });

  it('waits for nobody else who works there', async () => {
    const owner = { pid: 1, started: null, host: paper.system.hostName, at: '' };
    await write(join(paper.options.paths.locks, lockFile()), JSON.stringify(owner));
    const problem = await problemOf(well());
    expect(problem?.code).toBe('environment-locked');
    expect(held).toEqual([]);
    expect(await lockFiles()).toEqual([lockFile()]);
  });
});

it('a fix tells before anything begins that the user has to be asked', async () => {
  const plan = await known();
  await chmod(join(paper.paper.root, 'bin'), 0o777);
  const problem = await problemOf(paper.jobs.fix(paper.context(), plan));
  expect(problem).toMatchObject({
    code: 'consent-needed',
    params: { program: paper.paper.python },
  });
  expect(await lockFiles()).toEqual([]);
  await paper.jobs.agree(paper.targetId);
  const { result } = await paper.jobs.fix(paper.context(), plan);
  expect(result).toMatchObject({ kind: 'fix', fix: { outcome: 'nothing-to-do' } });
});

it('a rollback is answered with what it did', async () => {
  const { outcome, result } = await rolledBack('interrupted');
  expect(outcome).toBe('succeeded');
  expect(result).toMatchObject({ kind: 'rollback', rollback: { outcome: 'nothing-to-do' } });
});
