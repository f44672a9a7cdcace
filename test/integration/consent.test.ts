import { appendFile, chmod, chown, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationState } from '../../shared/operation.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeComfyUiClone, makeScenario } from '../support/scenarios.ts';
import { makeSandbox, runCliJson } from '../support/command-line.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { digestTree } from '../support/tree-digest.ts';

const isRoot = process.getuid?.() === 0;

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

/** A real environment that everybody may write, with a Python that leaves a trace when it starts. */
async function openEnvironment(scenario: 'healthy' | 'mismatched' = 'healthy') {
  const environment = await makeScenario(scenario);
  const trace = join(environment.root, '..', 'started');
  await appendFile(
    join(environment.sitePackages, 'trace.pth'),
    `import pathlib; pathlib.Path(${JSON.stringify(trace)}).touch()\n`,
  );
  await chmod(join(environment.root, 'bin'), 0o777);
  const started = (): Promise<boolean> =>
    readFile(trace).then(
      () => true,
      () => false,
    );
  return { ...environment, started };
}

function diagnosisOf(state: OperationState) {
  if (state.result?.kind !== 'diagnose') throw new Error(JSON.stringify(state.problem));
  return state.result.diagnosis;
}

describe('a Python that others may write', () => {
  test('is named with the reason, and what files tell is told; nothing is started', async () => {
    const environment = await openEnvironment('mismatched');
    const engine = await startTestEngine({ index });
    const targetId = await engine.engine.resolveTarget(environment.root);
    const before = await digestTree(environment.root);
    const state = await engine.run({ kind: 'diagnose', targetId });
    expect(state.outcome).toBe('succeeded');
    const diagnosis = diagnosisOf(state);
    expect(diagnosis.problem).toEqual({
      code: 'consent-needed',
      params: { program: environment.python },
      reasons: [
        {
          key: 'consent.reason.others-can-write',
          params: { path: join(environment.root, 'bin') },
        },
      ],
    });
    expect(diagnosis.findings[0]?.cause).toBe('xformers_torch_mismatch');
    for (const request of [
      { kind: 'plan', targetId, goal: 'recommended' },
      { kind: 'verify', targetId },
    ] as const) {
      const refused = await engine.run(request);
      expect([refused.outcome, refused.problem?.code]).toEqual(['failed', 'consent-needed']);
    }
    const bundle = await engine.run({ kind: 'bundle', targetId });
    expect(bundle.outcome).toBe('succeeded');
    expect(await environment.started()).toBe(false);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('runs once the user agreed, in the next start too, until it is another program', async () => {
    const environment = await openEnvironment();
    const first = await startTestEngine();
    const targetId = await first.engine.resolveTarget(environment.root);
    const agreed = diagnosisOf(await first.run({ kind: 'diagnose', targetId, consent: true }));
    expect([agreed.problem, agreed.facts.live.state]).toEqual([null, 'known']);
    expect(await environment.started()).toBe(true);

    const second = await startTestEngine({ stateFolder: first.stateFolder });
    await second.engine.resolveTarget(environment.root);
    expect(diagnosisOf(await second.run({ kind: 'diagnose', targetId })).problem).toBeNull();
    const checked = await second.run({ kind: 'verify', targetId });
    expect(checked.outcome).toBe('succeeded');

    await appendFile(join(environment.root, 'pyvenv.cfg'), 'prompt = other\n');
    const again = diagnosisOf(await second.run({ kind: 'diagnose', targetId }));
    expect(again.problem?.code).toBe('consent-needed');
  });

  test('a plan is not carried out where the program became another one since', async () => {
    const environment = await openEnvironment('mismatched');
    const engine = await startTestEngine({ index });
    const targetId = await engine.engine.resolveTarget(environment.root);
    await engine.run({ kind: 'diagnose', targetId, consent: true });
    const { plan } = await engine.result({ kind: 'plan', targetId, goal: 'recommended' });
    await appendFile(join(environment.root, 'pyvenv.cfg'), 'prompt = other\n');
    const before = await digestTree(environment.root);
    const fixed = await engine.run({ kind: 'fix', planId: plan.id });
    expect(fixed.problem?.code).toBe('consent-needed');
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('going back is never held up: files return, and only the look at them waits', async () => {
    const environment = await openEnvironment('mismatched');
    const engine = await startTestEngine({ index });
    const targetId = await engine.engine.resolveTarget(environment.root);
    await engine.run({ kind: 'diagnose', targetId, consent: true });
    const before = await digestTree(environment.root);
    const { plan } = await engine.result({ kind: 'plan', targetId, goal: 'recommended' });
    const { fix } = await engine.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    await rm(join(engine.stateFolder, 'consents.json'));

    const later = await startTestEngine({ index, stateFolder: engine.stateFolder });
    await later.engine.resolveTarget(environment.root);
    const { rollback, diagnosis } = await later.result({ kind: 'rollback', targetId });
    expect(rollback.outcome).toBe('restored');
    expect(diagnosis?.problem?.code).toBe('consent-needed');
    expect(await digestTree(environment.root)).toBe(before);
  });

  test.each([
    ['pyvenv.cfg', 'pyvenv.cfg', 0o666],
    ['the folder above its packages', 'lib', 0o777],
    ['a folder above it', '..', 0o777],
  ])('is asked for: %s', async (_, place, mode) => {
    const environment = await makeScenario('bare');
    const at = join(environment.root, place);
    await chmod(at, mode);
    const engine = await startTestEngine();
    const targetId = await engine.engine.resolveTarget(environment.root);
    const { problem } = diagnosisOf(await engine.run({ kind: 'diagnose', targetId }));
    expect(problem?.code).toBe('consent-needed');
  });

  test('is not asked for in a sticky folder, which keeps others out', async () => {
    const environment = await makeScenario('healthy');
    await chmod(join(environment.root, '..'), 0o1777);
    const engine = await startTestEngine();
    const targetId = await engine.engine.resolveTarget(environment.root);
    const { problem } = diagnosisOf(await engine.run({ kind: 'diagnose', targetId }));
    expect(problem).toBeNull();
  });
});

test.skipIf(!isRoot)('a Python of another user is asked for', async () => {
  const { root, environment } = await makeComfyUiClone('healthy');
  await chown(environment.root, 4242, 4242);
  const engine = await startTestEngine();
  const targetId = await engine.engine.resolveTarget(root);
  const { problem } = diagnosisOf(await engine.run({ kind: 'diagnose', targetId }));
  expect(problem?.reasons).toEqual([
    {
      key: 'consent.reason.other-owner',
      params: { path: environment.root, owner: '4242' },
    },
  ]);
});

test('on the command line, who names a target agrees; the wizard then does not ask', async () => {
  const environment = await openEnvironment();
  const sandbox = await makeSandbox();
  const engineBefore = await startTestEngine({ stateFolder: sandbox.state });
  await runCliJson(sandbox, ['diagnose', environment.root, '--static']);
  const id = await engineBefore.engine.resolveTarget(environment.root);
  const before = diagnosisOf(await engineBefore.run({ kind: 'diagnose', targetId: id }));
  expect(before.problem?.code).toBe('consent-needed');

  const run = await runCliJson(sandbox, ['diagnose', environment.root]);
  expect([run.exitCode, run.at('facts', 'live', 'state')]).toEqual([0, 'known']);
  const engine = await startTestEngine({ stateFolder: sandbox.state });
  const targetId = await engine.engine.resolveTarget(environment.root);
  expect(diagnosisOf(await engine.run({ kind: 'diagnose', targetId })).problem).toBeNull();
});
