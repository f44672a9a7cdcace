import { describe, expect, it, onTestFinished } from 'vitest';
import { startIndex, type Faults } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { startTestEngine } from '../support/test-engine.ts';

const login = '<html><body>Please <a href="/login">log in</a> to use this network.</body></html>';

describe('an index that answers otherwise than with packages', () => {
  it.each<[string, Faults, object]>([
    ['with an error', { status: 503 }, { code: 'index-refuses', params: { status: '503' } }],
    ['with a refusal', { status: 403 }, { code: 'index-refuses', params: { status: '403' } }],
    ['with a login page', { page: login }, { code: 'index-is-page' }],
    ['that it has nothing of that name', { status: 404 }, { code: 'no-matching-wheel' }],
  ])('%s is told as what it is', async (_, faults, problem) => {
    const index = await startIndex();
    onTestFinished(() => index.close());
    const environment = await makeScenario('mismatched');
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(environment.root);
    index.setFaults(faults);
    const plan = await test.run({ kind: 'plan', targetId, goal: 'xformers' }, { named: true });
    expect(plan.problem).toMatchObject(problem);
  });
});
