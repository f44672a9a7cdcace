import { describe, expect, it } from 'vitest';
import { createOperationRunner } from '../../../../electron/engine/operations/operation-runner.ts';
import type { OperationEvent } from '../../../../shared/operation.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { reduceOperation } from '../../../../shared/reduce-operation.ts';

function runnerWithEvents() {
  const events: OperationEvent[] = [];
  let id = 0;
  const runner = createOperationRunner({
    clock: () => new Date(0),
    newId: () => `operation-${(id += 1)}`,
    emit: (event) => events.push(event),
  });
  return { runner, events };
}
const types = (events: OperationEvent[]): string[] => events.map((event) => event.type);

describe('the operation runner', () => {
  it('numbers every event, ends each step and the whole exactly once, last', async () => {
    const { runner, events } = runnerWithEvents();
    runner.start('diagnose', 'target', async (context) => {
      await context.step('inspect', () => {
        context.log('inspect', { stream: 'stdout', text: 'one' });
        return Promise.resolve();
      });
      return { result: null };
    });
    await runner.settled();
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(types(events)).toEqual([
      'started',
      'step-started',
      'log',
      'step-ended',
      'step-ended',
      'step-ended',
      'ended',
    ]);
    const state = events.reduce<ReturnType<typeof reduceOperation>>(reduceOperation, null);
    expect(state?.steps.map((step) => step.state)).toEqual(['succeeded', 'skipped', 'skipped']);
  });

  it('lets one operation run at a time, and another once it has ended', async () => {
    const { runner } = runnerWithEvents();
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    runner.start('find', null, async () => {
      await gate;
      return { result: null };
    });
    const second = (): string =>
      runner.start('find', null, () => Promise.resolve({ result: null }));
    expect(second).toThrow(expect.objectContaining({ problem: { code: 'busy' } }) as Error);
    release();
    await runner.settled();
    expect(second()).toBe('operation-2');
    await runner.settled();
  });

  it('calls a job cancelled that stumbles while it is being cancelled', async () => {
    const { runner, events } = runnerWithEvents();
    const id = runner.start('find', null, (context) =>
      context.step(
        'search',
        () =>
          new Promise((_, reject) => {
            context.signal.addEventListener('abort', () => {
              reject(new Error('a program broke off'));
            });
          }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(runner.cancel(id)).toBe(true);
    await runner.settled();
    const last = events.at(-1);
    expect(last).toMatchObject({
      type: 'ended',
      outcome: 'cancelled',
      problem: { code: 'cancelled' },
    });
    expect(events.filter((event) => event.type === 'ended')).toHaveLength(1);
    expect(runner.cancel(id)).toBe(false);
  });

  it('turns a thrown Problem into a failed end and keeps a bug’s stack', async () => {
    const { runner, events } = runnerWithEvents();
    runner.start('find', null, () => Promise.reject(new ProblemError({ code: 'disk-full' })));
    await runner.settled();
    expect(events.at(-1)).toMatchObject({ outcome: 'failed', problem: { code: 'disk-full' } });
    runner.start('find', null, () => Promise.reject(new TypeError('a slip')));
    await runner.settled();
    expect(events.at(-1)).toMatchObject({ outcome: 'failed', problem: { code: 'unexpected' } });
  });

  it('lets many listen for its end, without a warning on the screen', async () => {
    const { runner } = runnerWithEvents();
    const heard: string[] = [];
    const hear = ({ name }: Error): unknown => heard.push(name);
    process.on('warning', hear);
    runner.start('find', null, async ({ signal }) => {
      for (let at = 0; at < 30; at += 1) signal.addEventListener('abort', () => heard.push(''));
      // Node warns in a later turn.
      await new Promise((resolve) => setImmediate(resolve));
      return { result: null };
    });
    await runner.settled();
    process.off('warning', hear);
    expect(heard).toEqual([]);
  });
});
