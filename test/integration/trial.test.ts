import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Goal } from '../../shared/goal.ts';
import { makeEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeComfyUiClone, makeScenario, scenarios } from '../support/scenarios.ts';
import { startTestEngine, type TestEngine } from '../support/test-engine.ts';
import { describeTree } from '../support/tree-digest.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { flashAttentionWheel } from '../support/wheels/companions.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());
beforeEach(() => {
  index.setFaults({});
});

/** Every file and folder with its content and the time of its last change. */
const exactly = (root: string) => describeTree(root, { times: true });

async function planned(test: TestEngine, root: string, goal: Goal) {
  const targetId = await test.engine.resolveTarget(root);
  return (await test.result({ kind: 'plan', targetId, goal })).plan;
}

/** Tries a goal beside: the environment has to be untouched, and nothing of ours may stay. */
async function tried(root: string, goal: Goal, from: IndexServer = index) {
  const test = await startTestEngine({ index: from });
  const before = await exactly(root);
  const plan = await planned(test, root, goal);
  const { trial } = await test.result({ kind: 'trial', planId: plan.id });
  expect(await exactly(root)).toEqual(before);
  // The wheels of what works stay, for whoever takes it over.
  const left = ((await test.system.files.list(join(test.stateFolder, 'staging'))) ?? []).map(
    ({ name }) => name,
  );
  const brings = plan.actions.some(({ kind }) => kind === 'pip-install');
  expect(left).toEqual(trial.outcome === 'works' && brings ? [`tried-${plan.id}`] : []);
  return { trial, plan, test };
}

const outcomes = (rungs: readonly { outcome: string }[] = []) => rungs.map((each) => each.outcome);

describe('a trial', () => {
  it('says that a wheel works which does, and the repair after it ends the same', async () => {
    const environment = await makeScenario('mismatched');
    const { trial, plan, test } = await tried(environment.root, 'recommended');
    expect(trial).toMatchObject({ outcome: 'works', problem: null, plan: { id: plan.id } });
    expect(outcomes(trial.verification?.rungs)).toContain('pass');
    expect(outcomes(trial.verification?.rungs)).not.toContain('fail');
    expect(trial.after?.verdict).toBe('healthy');
    // Taking it over fetches nothing, not even a page.
    index.setFaults({ status: 503 });
    const { length } = index.requests;
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(index.requests.slice(length)).toEqual([]);
    expect(fix.outcome).toBe('fixed');
    expect(await test.system.files.list(join(test.stateFolder, 'staging'))).toEqual([]);
    expect(outcomes(fix.verification?.rungs)).toEqual(outcomes(trial.verification?.rungs));
  });

  it('says that a wheel would not work which was built for another torch', async () => {
    const catalogue = standardCatalogue();
    const lie = { version: '0.0.29.post3', torch: '2.6.0+cu124', reallyBuiltFor: '2.5.1+cu121' };
    catalogue.simple = [
      ...(catalogue.simple ?? []).filter((wheel) => wheel.name !== 'xformers'),
      xformersWheel(lie),
    ];
    const liar = await startIndex({ catalogue: { ...catalogue, 'whl/cu124': [] } });
    const environment = await makeScenario('mismatched');
    const { trial } = await tried(environment.root, 'xformers', liar);
    await liar.close();
    expect(trial).toMatchObject({ outcome: 'fails', problem: { code: 'trial-failed' } });
    expect(outcomes(trial.verification?.rungs)).toContain('fail');
  });

  it('has nothing to do where there is nothing to do', async () => {
    const environment = await makeScenario('healthy');
    const { trial } = await tried(environment.root, 'recommended');
    expect(trial.outcome).toBe('nothing-to-do');
    expect(trial.verification?.rungs).not.toEqual([]);
  });

  it('goes on while ComfyUI runs, which a repair does not', async () => {
    const { root, environment } = await makeComfyUiClone('mismatched');
    const comfyui = spawn(environment.python, ['-B', 'main.py'], { cwd: root });
    await once(comfyui.stdout, 'data');
    const { trial, plan, test } = await tried(root, 'recommended');
    const { problem } = await test.run({ kind: 'fix', planId: plan.id });
    expect(problem?.code).toBe('comfyui-running');
    expect(comfyui.exitCode).toBeNull();
    comfyui.kill('SIGKILL');
    expect(trial.outcome).toBe('works');
  });
});

describe('what is looked at', () => {
  it('is everything that moves together, in its new version', async () => {
    const environment = await makeScenario('mismatched');
    const { trial } = await tried(environment.root, 'upgrade-stack');
    expect(trial.outcome).toBe('works');
    const { facts } = trial.after ?? {};
    expect(facts?.torch).toMatchObject({ value: { version: '2.10.0+cu128' } });
    expect(facts?.live).toMatchObject({
      value: { torch: { version: '2.10.0+cu128' }, xformers: { version: '0.0.35' } },
    });
  });

  it('is without what would be removed', async () => {
    const packages = [
      ...scenarios.healthy(),
      flashAttentionWheel({ version: '2.7.4+cu12torch2.6cxx11abiFALSE', torch: '2.6.0+cu124' }),
    ];
    const { root } = await makeEnvironment({ packages });
    const { trial } = await tried(root, 'upgrade-stack');
    expect(trial.outcome).toBe('works');
    expect(trial.after?.facts.attentionBuilds).toEqual([]);
    const { live } = trial.after?.facts ?? {};
    // It would not load beside the new torch: it was not found at all.
    expect(live).toMatchObject({ value: { imports: [{ module: 'torchvision', error: null }] } });
  });

  it('is a start script as it would be', async () => {
    const { root } = await makeComfyUiClone('healthy');
    await writeFile(join(root, 'run.sh'), 'python main.py --use-split-cross-attention\n');
    const { trial, plan } = await tried(root, 'pytorch-attention');
    expect(plan.actions).toMatchObject([{ kind: 'edit-file' }]);
    expect(trial.outcome).toBe('works');
    expect(trial.after?.facts.comfyui?.flags).toEqual(['--use-pytorch-cross-attention']);
    expect(trial.after?.facts.backend?.backend).toBe('pytorch');
  });

  it('is without leftovers that would be set aside', async () => {
    const environment = await makeScenario('healthy');
    await mkdir(join(environment.sitePackages, '~orch', 'lib'), { recursive: true });
    const { trial } = await tried(environment.root, 'repair');
    expect(trial.outcome).toBe('works');
    expect(trial.after?.facts.packageHealth.leftovers).toEqual([]);
  });
});

describe('a trial that does not come to its end', () => {
  it.each(['download', 'build', 'verify'])('leaves nothing when cancelled in %s', async (step) => {
    const { root } = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    const plan = await planned(test, root, 'xformers');
    const before = await exactly(root);
    const reached = new Promise<void>((resolve) => {
      test.engine.subscribe((event) => {
        if (event.type === 'step-started' && event.step === step) resolve();
      });
    });
    if (step === 'download') index.setFaults({ bytesPerSecond: 2000 });
    const { operationId } = await test.engine.start({ kind: 'trial', planId: plan.id });
    await reached;
    test.engine.cancel(operationId);
    expect((await test.engine.ended(operationId)).outcome).toBe('cancelled');
    index.setFaults({});
    expect(await exactly(root)).toEqual(before);
    expect(await test.system.files.list(join(test.stateFolder, 'staging'))).toEqual([]);
  });

  it('says so where the index is gone', async () => {
    const { root } = await makeScenario('mismatched');
    const test = await startTestEngine({ index, environment: { PIP_RETRIES: '0' } });
    const plan = await planned(test, root, 'xformers');
    index.setFaults({ status: 503 });
    const { problem, result } = await test.run({ kind: 'trial', planId: plan.id });
    expect([problem?.code, result]).toEqual(['index-unreachable', null]);
    expect(await test.system.files.list(join(test.stateFolder, 'staging'))).toEqual([]);
  });

  it('is refused where the plan is not for what is there any more', async () => {
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    const plan = await planned(test, environment.root, 'xformers');
    const { sitePackages } = environment;
    await rename(
      join(sitePackages, 'xformers-0.0.27.dist-info'),
      join(sitePackages, 'xformers-0.0.28.dist-info'),
    );
    const { problem } = await test.run({ kind: 'trial', planId: plan.id });
    expect(problem?.code).toBe('plan-outdated');
  });
});
