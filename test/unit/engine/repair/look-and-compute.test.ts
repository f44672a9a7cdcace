import { beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../../electron/engine/examination/diagnose.ts';
import type { RunOptions, System } from '../../../../electron/engine/machine/system.ts';
import { lookAndCompute } from '../../../../electron/engine/repair/look-and-compute.ts';
import { fail } from '../../../../shared/problem.ts';
import { makePaperFix, type PaperFix } from '../../../support/paper-fix.ts';

const gibibyte = 1024 ** 3;
let paperFix: PaperFix;
beforeEach(async () => {
  paperFix = await makePaperFix();
});

type Question = 'python' | 'kernel';
const questionOf = ({ input = '' }: RunOptions): Question =>
  input.includes('def try_case') ? 'kernel' : 'python';

/** The look after a repair, on a machine with so much; `meanwhile` is what a process waits for. */
async function looked(
  machine: { processors: number; freeMemoryBytes: number },
  meanwhile: (question: Question, options: RunOptions) => Promise<unknown> | undefined,
) {
  const { repairWith } = paperFix;
  const { system: quick, plan, target, context } = repairWith({});
  const before = await diagnose(quick, target, { live: true });
  const order: string[] = [];
  const run: System['run'] = async (command, options = {}) => {
    if (command.arguments[1] !== '-') return quick.run(command, options);
    const question = questionOf(options);
    order.push(`${question} begins`);
    await meanwhile(question, options);
    order.push(`${question} ends`);
    return quick.run(command, options);
  };
  const system = { ...quick, run, resources: () => machine };
  const work = { system, plan, target, context, before };
  return { order, done: lookAndCompute(work) };
}

/** A promise, and what fulfils it. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('the proof after a repair', () => {
  it('computes while the live Python still answers, where there is room', async () => {
    const both = gate();
    let kernels = 0;
    // An answer that waits for what would otherwise only begin after it.
    const { order, done } = await looked(
      { processors: 3, freeMemoryBytes: 16 * gibibyte },
      (question) => {
        if (question === 'python') return both.opened;
        kernels += 1;
        if (kernels === 2) both.open();
        return undefined;
      },
    );
    const { after, verification } = await done;
    expect(verification.backends.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['sdpa', 'pass'],
      ['xformers', 'pass'],
    ]);
    expect(after.facts.live.state).toBe('known');
    // Nothing is computed twice.
    expect(order.filter((each) => each === 'kernel begins')).toHaveLength(2);
  });

  it.each([
    ['one processor', { processors: 1, freeMemoryBytes: 16 * gibibyte }],
    ['little memory', { processors: 8, freeMemoryBytes: 3 * gibibyte }],
  ])('goes one after the other on %s', async (_, machine) => {
    const { order, done } = await looked(machine, () => undefined);
    await done;
    const one = ['kernel begins', 'kernel ends'];
    expect(order).toEqual(['python begins', 'python ends', ...one, ...one]);
  });

  it('leaves nobody at work where the look broke off', async () => {
    const begun = gate();
    const { order, done } = await looked(
      { processors: 2, freeMemoryBytes: 16 * gibibyte },
      async (question, { signal }) => {
        if (question === 'python') {
          await begun.opened;
          throw new TypeError('a slip of ours');
        }
        begun.open();
        const ended = gate();
        signal?.addEventListener('abort', ended.open);
        await ended.opened;
        order.push('kernel is ended');
        fail('cancelled');
      },
    );
    await expect(done).rejects.toThrow('a slip of ours');
    expect(order.filter((each) => each.endsWith('begins'))).toHaveLength(2);
    expect(order).toContain('kernel is ended');
  });
});
