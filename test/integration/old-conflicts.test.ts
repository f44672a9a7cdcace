import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { scenarios } from '../support/scenarios.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import { buildWheel } from '../support/wheels/wheel.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

const wheel = (name: string, version: string, requires: string[] = []) =>
  buildWheel({ name, version, requires, files: { [`${name}/__init__.py`]: '' } });

/** Packages of a ComfyUI that has lived: at odds with one another, and nobody minds. */
const lived = [
  wheel('sympy', '1.14.0', ['mpmath<1.4,>=1.1.0']),
  wheel('mpmath', '1.4.1'),
  wheel('nodepack', '1.0', ['gone-from-every-index>=2', 'torch==2.4.0', 'sympy']),
];

describe('an environment with old conflicts', () => {
  it('tells them as what they are, and its verdict is what it would be without', async () => {
    const verdictOf = async (packages: ReturnType<typeof wheel>[]) => {
      const environment = await makeEnvironment({
        packages: [...scenarios.mismatched(), ...packages],
      });
      const test = await startTestEngine({ index });
      const targetId = await test.engine.resolveTarget(environment.root);
      const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
      const { verdict, headline, findings, facts } = diagnosis;
      return { verdict, headline, causes: findings.map(({ cause }) => cause), facts };
    };
    const { facts: plain, ...without } = await verdictOf([]);
    const { facts, ...others } = await verdictOf(lived);
    expect(others).toEqual(without);
    expect(plain.conflicts).toEqual([]);
    expect(facts.conflicts).toEqual([
      { by: 'nodepack', name: 'torch', specifier: '==2.4.0', version: '2.6.0+cu124' },
      { by: 'sympy', name: 'mpmath', specifier: '<1.4,>=1.1.0', version: '1.4.1' },
    ]);
  });

  it('is repaired like any other, and they stay as they are', async () => {
    const environment = await makeEnvironment({
      packages: [
        ...scenarios.mismatched().filter((each) => each.name !== 'torch'),
        // PyTorch wants another sympy, and other versions of its own libraries than are there.
        torchWheel({
          version: '2.6.0+cu124',
          requires: ['sympy==1.13.1', 'nvidia-cublas-cu12==12.4.5.8', 'numpy'],
        }),
        wheel('nvidia-cublas-cu12', '12.6.4.1'),
        ...lived,
      ],
    });
    await mkdir(join(environment.sitePackages, 'Copy of numpy-1.26.4.dist-info'));
    await mkdir(join(environment.sitePackages, 'broken-.dist-info'));
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(environment.root);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'xformers' });
    expect(plan.changes).toEqual([{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }]);
    expect(plan.warnings).toEqual([]);
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
  });

  it('is repaired without a pip of its own', async () => {
    const packages = scenarios.mismatched();
    const environment = await makeEnvironment({ withoutPip: true, packages });
    const test = await startTestEngine({ index });
    const targetId = await test.engine.resolveTarget(environment.root);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'xformers' });
    expect(plan.commands.join('\n')).toMatch(/[\\/]pip[\\/]\d[\d.]*[\\/]start[\\/]pip download/);
    const { fix } = await test.result({ kind: 'fix', planId: plan.id });
    expect(fix.outcome).toBe('fixed');
    expect(existsSync(join(environment.sitePackages, 'pip'))).toBe(false);
    const { rollback } = await test.result({ kind: 'rollback', targetId });
    expect(rollback.restored).toEqual([{ name: 'xformers', from: '0.0.29.post3', to: '0.0.27' }]);
  });

  it('hears what matters when one of two indexes cannot be asked', async () => {
    const environment = await makeEnvironment({
      packages: [...scenarios.mismatched(), wheel('keeper', '1.0', ['xformers<0.0.28'])],
    });
    const test = await startTestEngine({
      index,
      environment: { ATTENTION_DOCTOR_TORCH_INDEX: 'http://127.0.0.1:9/whl', PIP_RETRIES: '0' },
    });
    const targetId = await test.engine.resolveTarget(environment.root);
    const { problem } = await test.run({ kind: 'plan', targetId, goal: 'xformers' });
    expect(problem).toMatchObject({
      code: 'would-break-packages',
      params: { packages: 'keeper (xformers<0.0.28)' },
    });
  });
});
