import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OperationEnd } from '../../../../electron/engine/operations/operation-runner.ts';
import { identityOf } from '../../../../electron/engine/repair/identity.ts';
import { writeHead, type Head } from '../../../../electron/engine/repair/journal.ts';
import { lockName } from '../../../../electron/engine/repair/prepare.ts';
import type { OperationKind, OperationResult } from '../../../../shared/operation.ts';
import { factsOf, problemOf, write } from '../../../support/paper-environment.ts';
import { jobsAt, makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { headOf } from '../../../support/sample-journal.ts';
import { scenarios } from '../../../support/scenarios.ts';

let paper: PaperJobs;
beforeEach(async () => {
  paper = await makePaperJobs(scenarios.healthy());
});

const act = {
  diagnose: (live = true, id = paper.targetId) => paper.jobs.diagnose(paper.context(), id, live),
  plan: (id = paper.targetId) => paper.jobs.plan(paper.context(), id, 'recommended'),
  verify: (id = paper.targetId) => paper.jobs.verify(paper.context(), id),
};

/** What a job of this kind answers. */
async function told<K extends OperationKind>(kind: K, job: Promise<OperationEnd>) {
  const { result, problem } = await job;
  expect(problem).toBeUndefined();
  const isOfKind = (each: OperationResult): each is Extract<OperationResult, { kind: K }> =>
    each.kind === kind;
  if (!result || !isOfKind(result)) throw new Error(`no result of ${kind}`);
  return result;
}

/** A repair of this environment, as its journal tells it. */
async function noted(changes: Partial<Head>, id = 'one'): Promise<void> {
  const { system, targetId } = paper;
  const environment = await identityOf(system, await factsOf(paper.paper), []);
  const head = headOf({ id, environmentId: targetId, environment, ...changes });
  await writeHead(system, join(paper.options.paths.snapshots(targetId), id), head);
}

/** Others may write where its Python lies: the user has to be asked before it is started. */
const doubt = () => chmod(join(paper.paper.root, 'bin'), 0o777);

describe('a diagnosis', () => {
  it('asks the files, and Python only where that is wanted', async () => {
    const { diagnosis } = await told('diagnose', act.diagnose(false));
    expect(diagnosis.facts.live.state).toBe('absent');
    expect(paper.told).toMatchObject({ steps: ['inspect', 'judge'], notes: [] });
    const asked = await told('diagnose', act.diagnose());
    expect(asked.diagnosis).toMatchObject({ targetId: paper.targetId, problem: null });
    expect(asked.diagnosis.facts.live.state).toBe('known');
    expect(paper.told.steps.slice(2)).toEqual(['inspect', 'probe', 'judge']);
    expect(paper.told.notes).toEqual(['probe progress.asking-python {}']);
  });

  it('tells every finding, and remembers how it ended', async () => {
    paper = await makePaperJobs(scenarios.tritonMissing());
    const { diagnosis } = await told('diagnose', act.diagnose(false));
    expect(paper.told.findings).toEqual(diagnosis.findings.map((each) => each.cause));
    expect(paper.told.findings).toContain('triton_missing_benign');
    const { verdict } = diagnosis;
    const at = jobsAt.toISOString();
    expect(paper.memory.lastResults()).toEqual({ [paper.targetId]: { verdict, at } });
  });

  it('shows the states that can be gone back to', async () => {
    await noted({ state: 'kept' });
    await noted({ state: 'closed' }, 'two');
    const { diagnosis, snapshots } = await told('diagnose', act.diagnose(false));
    expect(snapshots.map((each) => each.id)).toEqual(['one']);
    expect(diagnosis.problem).toBeNull();
  });

  it('says that a repair was interrupted, unless somebody works on it', async () => {
    await noted({ state: 'pending' });
    const interrupted = await told('diagnose', act.diagnose(false));
    expect(interrupted.diagnosis.problem).toEqual({ code: 'interrupted-repair' });
    const { paths } = paper.options;
    const owner = { pid: 1, started: null, host: paper.system.hostName, at: '' };
    const lock = join(paths.locks, `${lockName(paper.targetId)}.1`);
    await write(lock, JSON.stringify(owner));
    expect((await told('diagnose', act.diagnose(false))).diagnosis.problem).toBeNull();
    await rm(lock);
  });

  it('has what files tell where the user has to be asked first', async () => {
    await doubt();
    const { diagnosis } = await told('diagnose', act.diagnose());
    expect(diagnosis.problem?.code).toBe('consent-needed');
    expect(diagnosis.facts.torch.state).toBe('known');
    expect(paper.told.steps).toContain('judge');
    await paper.jobs.agree(paper.targetId);
    expect((await told('diagnose', act.diagnose())).diagnosis.problem).toBeNull();
  });
});

describe('a plan', () => {
  it('is kept with the diagnosis that it was made from', async () => {
    const { plan } = await told('plan', act.plan());
    expect(plan).toMatchObject({ targetId: paper.targetId, goal: 'recommended', actions: [] });
    const kept = paper.options.plans.get(plan.id);
    expect(kept?.plan).toBe(plan);
    expect(kept?.diagnosis).toMatchObject({ targetId: paper.targetId, problem: null });
    expect(paper.told.steps).toEqual(['inspect', 'probe', 'resolve']);
    expect(paper.told.notes).toEqual([
      'probe progress.asking-python {}',
      'resolve progress.resolving {}',
    ]);
  });

  it('is not made of what is half done', async () => {
    await noted({ state: 'restoring' });
    expect(await problemOf(act.plan())).toEqual({ code: 'interrupted-repair' });
    expect(paper.told.steps).toEqual(['inspect', 'probe']);
    expect(paper.options.plans.size).toBe(0);
  });
});

describe('a verification', () => {
  it('climbs the ladder with a live Python', async () => {
    const { verification } = await told('verify', act.verify());
    expect(verification.targetId).toBe(paper.targetId);
    expect(verification.rungs.map((each) => each.outcome)).toEqual([
      ...['pass', 'pass', 'pass', 'pass'],
      ...['pass', 'pass', 'pass', 'skipped'],
    ]);
    expect(paper.told.steps).toEqual(['inspect', 'probe', 'runs', 'triton', 'comfyui']);
  });

  it('says so where Python gives no answer', async () => {
    paper = await makePaperJobs(scenarios.healthy(), { pip: { live: { state: 'unknown' } } });
    const { verification } = await told('verify', act.verify());
    expect(new Set(verification.rungs.map((each) => each.outcome))).toEqual(new Set(['unknown']));
    expect(verification.rungs[0]?.problem?.code).toBe('interpreter-crashed');
  });
});

describe.each(['plan', 'verify'] as const)('a %s', (kind) => {
  it('waits for the consent of the user', async () => {
    await doubt();
    const program = paper.paper.python;
    expect(await problemOf(act[kind]())).toMatchObject({
      ...{ code: 'consent-needed', params: { program } },
    });
    expect(paper.told.steps).toEqual(['inspect', 'probe']);
    await paper.jobs.agree(paper.targetId);
    await told(kind, act[kind]());
  });
});

describe.each(['diagnose', 'plan', 'verify'] as const)('the job %s', (kind) => {
  it('is about a target that is known', async () => {
    const job = kind === 'diagnose' ? act.diagnose(true, 'gone') : act[kind]('gone');
    expect((await problemOf(job))?.code).toBe('not-found');
    expect(paper.told.steps).toEqual([]);
  });

  it('stops where it is cancelled', async () => {
    paper.abort.abort();
    expect((await problemOf(act[kind]()))?.code).toBe('cancelled');
    expect(paper.told.steps).toEqual([]);
  });
});
