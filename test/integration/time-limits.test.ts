import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { TimeLimits } from '../../electron/engine/machine/time-limits.ts';
import { settingsOf } from '../../electron/engine/pip/run-pip.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { breakInterpreter } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { problemOf } from '../support/paper-environment.ts';
import { makeScenario } from '../support/scenarios.ts';
import { startTestEngine } from '../support/test-engine.ts';

const short = { pythonStart: 700, probe: 60_000, pipSettings: 700, indexSilence: 4000 };

/** An engine whose patience is short. */
function impatient(index?: IndexServer, timeLimits: Partial<TimeLimits> = short) {
  return startTestEngine({
    ...(index ? { index } : {}),
    adjust: (system) => ({ ...system, timeLimits }),
  });
}

describe.each(['hangs', 'hangs-at-start'] as const)('a Python that %s', (way) => {
  it('is told by a diagnosis, which offers nothing that needs it', async () => {
    const environment = await makeScenario('mismatched');
    await breakInterpreter(environment, way);
    const test = await impatient();
    const targetId = await test.engine.resolveTarget(environment.root);
    const { diagnosis } = await test.result({ kind: 'diagnose', targetId }, { named: true });
    expect(diagnosis.problem?.code).toBe('python-silent');
    expect(diagnosis.findings.length).toBeGreaterThan(0);
    expect(diagnosis.findings.flatMap((each) => each.remedies.map(({ goal }) => goal))).toEqual(
      diagnosis.findings.flatMap((each) => each.remedies.map(() => null)),
    );
  });

  it('ends a plan and leaves no process behind', async () => {
    const environment = await makeScenario('mismatched');
    await breakInterpreter(environment, way);
    const test = await impatient();
    const targetId = await test.engine.resolveTarget(environment.root);
    const plan = await test.run({ kind: 'plan', targetId, goal: 'xformers' }, { named: true });
    expect(plan.problem).toMatchObject({
      code: 'python-silent',
      params: { seconds: 1 },
    });
    const left = await createNodeSystem().processes(new RegExp(environment.root));
    expect(left).toEqual([]);
  });

  it('is known from pip as well: not even its settings come', async () => {
    const environment = await makeScenario('mismatched');
    await breakInterpreter(environment, way);
    const { system } = await impatient();
    const found = await environmentAt(system, environment.root);
    if (!found) throw new Error('the environment was not recognised');
    expect(await problemOf(settingsOf(system, found))).toMatchObject({ code: 'python-silent' });
  });
});

describe('an index that falls silent', () => {
  it('is named, and the plan ends', async () => {
    const index = await startIndex({ metadataFiles: false });
    onTestFinished(() => index.close());
    index.setFaults({ hangAfterBytes: 10 });
    const environment = await makeScenario('mismatched');
    const test = await impatient(index, { ...short, pythonStart: 60_000, pipSettings: 60_000 });
    const targetId = await test.engine.resolveTarget(environment.root);
    const plan = await test.run({ kind: 'plan', targetId, goal: 'xformers' }, { named: true });
    expect(plan.problem).toMatchObject({
      code: 'download-stalled',
      params: { seconds: 4, index: expect.stringContaining('127.0.0.1') as string },
    });
  });
});
