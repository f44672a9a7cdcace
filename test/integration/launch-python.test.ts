import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wrongPythonEnv } from '../../electron/engine/diagnosis/rules/wrong-python-env.ts';
import { locateAt } from '../../electron/engine/discovery/locate.ts';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { makeComfyUiClone, makeScenario } from '../support/scenarios.ts';
import { makeUnixMachine, makeWindowsMachine } from '../support/synthetic-machine/machines.ts';
import { startTestEngine } from '../support/test-engine.ts';

async function diagnosedWith(name: string, line: string) {
  const { root } = await makeComfyUiClone('healthy');
  const script = join(root, name);
  await writeFile(script, `#!/bin/sh\n${line}\n`);
  await chmod(script, 0o755);
  const test = await startTestEngine();
  const targetId = await test.engine.resolveTarget(root);
  const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
  const finding = diagnosis.findings.find((each) => each.cause === 'wrong_python_env');
  return { script, diagnosis, finding };
}

describe('a ComfyUI whose script starts another Python', () => {
  it('is told, with script and Python', async () => {
    const other = await makeScenario('healthy');
    const { script, finding } = await diagnosedWith('start.sh', `"${other.python}" main.py`);
    expect(finding?.evidence).toMatchObject([
      { source: script, statement: { params: { python: other.python } } },
    ]);
  });

  it.each([
    ['its own venv', './venv/bin/python main.py', 'known'],
    ['a Python that this machine does not have', '/nowhere/bin/python main.py', 'open'],
    ['whichever comes first', 'python main.py', 'open'],
  ])('is not when it starts %s', async (_, line, told) => {
    const { script, diagnosis, finding } = await diagnosedWith('start.sh', line);
    expect(finding).toBeUndefined();
    const python = told === 'known' ? diagnosis.facts.interpreter.executable : null;
    expect(diagnosis.facts.comfyui?.pythons).toEqual([{ script, python }]);
  });
});

describe.each([
  ['windows', makeWindowsMachine],
  ['unix', makeUnixMachine],
])('the start scripts of a machine with everything, %s', (_, makeMachine) => {
  it('start the Python that was found for them', async () => {
    const { system, expected } = await makeMachine();
    const named: (string | null)[] = [];
    for (const { sourceRoot } of expected) {
      const located = await locateAt(system, sourceRoot);
      if (!located?.environment) continue;
      const { install, environment } = located;
      const facts = await gatherStaticFacts(system, { id: install.id, install, environment });
      named.push(...(facts.comfyui?.pythons ?? []).map((each) => each.python));
      expect(wrongPythonEnv(facts), sourceRoot).toEqual([]);
    }
    expect(named.filter((each) => each !== null)).not.toEqual([]);
  });
});
