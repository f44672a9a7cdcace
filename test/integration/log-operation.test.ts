import { expect, test } from 'vitest';
import { makeScenario } from '../support/scenarios.ts';
import { healthyStart, mismatchedStart } from '../support/sample-logs.ts';
import { startTestEngine, type TestEngine } from '../support/test-engine.ts';

function give(test: TestEngine, text: string, name: string | null = null): string {
  const { logId } = test.engine.openLog(name);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 50) {
    test.engine.addToLog(logId, at, bytes.subarray(at, at + 50));
  }
  return logId;
}

test('a log is one operation, and its answer stays with the session', async () => {
  const started = await startTestEngine();
  const logId = give(started, mismatchedStart(), 'comfyui.log');
  const { analysis } = await started.result({ kind: 'log', logId });
  expect(analysis.findings[0]?.cause).toBe('xformers_torch_mismatch');
  expect([analysis.name, analysis.verdict]).toEqual(['comfyui.log', 'problem']);
  const steps = started.events.flatMap((event) =>
    event.type === 'step-ended' ? [`${event.step} ${event.outcome}`] : [],
  );
  expect(steps).toEqual(['read succeeded', 'judge succeeded']);
  expect(started.engine.session()).toMatchObject({ targetId: null, log: analysis });
  await started.engine.close();
});

test('an id that means nothing, a used one and an empty log are refused with their Problem', async () => {
  const started = await startTestEngine();
  const { engine } = started;
  const unknown = { problem: { code: 'log-unknown' } };
  await expect(engine.start({ kind: 'log', logId: 'log-7' })).rejects.toMatchObject(unknown);
  const logId = give(started, healthyStart());
  await started.result({ kind: 'log', logId });
  await expect(engine.start({ kind: 'log', logId })).rejects.toMatchObject(unknown);
  const empty = await started.run({ kind: 'log', logId: give(started, ' \n\n') });
  expect(empty).toMatchObject({ outcome: 'failed', problem: { code: 'log-empty' }, result: null });
  await engine.close();
});

test('with a target that was looked at, log and environment are one diagnosis', async () => {
  const environment = await makeScenario('mismatched');
  const started = await startTestEngine();
  const { engine } = started;
  const targetId = await engine.resolveTarget(environment.root);
  await started.result({ kind: 'diagnose', targetId, static: true });
  // The text alone says nothing; what lies in the environment does.
  const text = 'It worked yesterday. What now?\n';
  const alone = await started.result({ kind: 'log', logId: give(started, text) });
  const both = await started.result({ kind: 'log', logId: give(started, text), targetId });
  const causes = (result: typeof both) => result.analysis.findings.map((each) => each.cause);
  expect(causes(alone)).not.toContain('xformers_torch_mismatch');
  expect(causes(both)[0]).toBe('xformers_torch_mismatch');
  const session = engine.session();
  expect([session.targetId, session.diagnosis?.targetId]).toEqual([targetId, targetId]);

  // Another target takes the diagnosis away, not the answer to the log.
  const other = await makeScenario('bare');
  const otherId = await engine.resolveTarget(other.root);
  await started.result({ kind: 'diagnose', targetId: otherId, static: true });
  expect(engine.session().log).toEqual(both.analysis);
  await engine.close();
});

test('a log keeps while another job runs', async () => {
  const started = await startTestEngine();
  const { engine } = started;
  const logId = give(started, healthyStart());
  const { operationId } = await engine.start({ kind: 'find' }, { roots: [], onlyRoots: true });
  await expect(engine.start({ kind: 'log', logId })).rejects.toMatchObject({
    problem: { code: 'busy' },
  });
  await engine.ended(operationId);
  const { analysis } = await started.result({ kind: 'log', logId });
  expect(analysis.verdict).toBe('healthy');
  await engine.close();
});
