import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIndex, type Faults, type IndexServer } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { startTestEngine, type TestEngine } from '../support/test-engine.ts';
import { digestTree } from '../support/tree-digest.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

let index: IndexServer;
beforeAll(async () => {
  const catalogue = standardCatalogue();
  const big = xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124', padding: 8_000_000 });
  catalogue.simple = [
    ...(catalogue.simple ?? []).filter((wheel) => wheel.name !== 'xformers'),
    big,
  ];
  index = await startIndex({ catalogue });
});
afterAll(() => index.close());

/** pip processes of this environment, by what /proc says they were started with. */
async function pipsOf(test: TestEngine, root: string): Promise<string[]> {
  const processes = await test.system.processes();
  return processes
    .filter((each) => each.arguments.some((word) => word.startsWith(root)))
    .map((each) => each.arguments.join(' '));
}

function once(test: TestEngine, matches: (step: string, type: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = test.engine.subscribe((event) => {
      if (!('step' in event) || !matches(event.step, event.type)) return;
      stop();
      resolve();
    });
  });
}

async function startFix(step: string, faults: Faults = {}) {
  index.setFaults({});
  const environment = await makeScenario('mismatched');
  const test = await startTestEngine({ index });
  const targetId = await test.engine.resolveTarget(environment.root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal: 'xformers' });
  index.setFaults(faults);
  const before = await digestTree(environment.root);
  const reached = once(test, (name, type) => name === step && type !== 'step-ended');
  const { operationId } = await test.engine.start({ kind: 'fix', planId: plan.id });
  await reached;
  return { environment, test, before, operationId, plan };
}

describe('cancelling a repair', () => {
  it('ends pip in the middle of a download and leaves nothing behind', async () => {
    const slow = { bytesPerSecond: 400_000 };
    const { environment, test, before, operationId } = await startFix('download', slow);
    await once(test, (step, type) => step === 'download' && type === 'progress');
    expect(await pipsOf(test, environment.root)).not.toEqual([]);
    test.engine.cancel(operationId);
    const state = await test.engine.ended(operationId);
    index.setFaults({});
    expect(state.outcome).toBe('cancelled');
    expect(state.result).toMatchObject({ fix: { outcome: 'cancelled' } });
    expect(await pipsOf(test, environment.root)).toEqual([]);
    expect(await digestTree(environment.root)).toBe(before);
    expect(await test.system.files.list(`${test.stateFolder}/staging`)).toEqual([]);
  });

  it.each(['install', 'verify'])(
    'puts everything back to the byte in the step %s',
    async (step) => {
      const { environment, test, before, operationId, plan } = await startFix(step);
      test.engine.cancel(operationId);
      const state = await test.engine.ended(operationId);
      expect(state.outcome).toBe('cancelled');
      expect(state.steps.find((each) => each.id === 'undo')?.state).toBe('succeeded');
      expect(await pipsOf(test, environment.root)).toEqual([]);
      expect(await digestTree(environment.root)).toBe(before);
      const again = await test.result({ kind: 'fix', planId: plan.id });
      expect(again.fix.outcome).toBe('fixed');
    },
  );
});

describe('two at once', () => {
  it('refuses a second operation, and a second copy of the app on the same environment', async () => {
    const slow = { bytesPerSecond: 400_000 };
    const { environment, test, operationId } = await startFix('download', slow);
    await expect(test.engine.start({ kind: 'find' })).rejects.toMatchObject({
      problem: { code: 'busy' },
    });
    const lock = `${test.stateFolder}/locks`;
    const [file] = (await test.system.files.list(lock)) ?? [];
    expect(await readFile(`${lock}/${file?.name ?? ''}`, 'utf8')).toContain(String(process.pid));

    const other = await startTestEngine({ index, stateFolder: test.stateFolder });
    const targetId = await other.engine.resolveTarget(environment.root);
    index.setFaults({});
    const { plan } = await other.result({ kind: 'plan', targetId, goal: 'xformers' });
    const state = await other.run({ kind: 'fix', planId: plan.id });
    expect(state.problem?.code).toBe('environment-locked');
    test.engine.cancel(operationId);
    await test.engine.ended(operationId);
  });
});
