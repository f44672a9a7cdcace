import type { OperationEnd } from '../../electron/engine/operations/operation-runner.ts';
import { rollBack, type Rollback } from '../../electron/engine/repair/roll-back.ts';
import type { PaperRepair } from './paper-repair.ts';

/** What an operation tells on its way. */
export type Told = { steps: string[]; notes: unknown[] };

/** A rollback of a paper repair; the newest unless asked for another. */
export function rolledBackOnPaper(
  { system, paper, ground }: PaperRepair,
  parts: Partial<Rollback> = {},
  { steps, notes }: Told = { steps: [], notes: [] },
): Promise<OperationEnd> {
  const context = {
    signal: new AbortController().signal,
    step: async <T>(id: string, act: () => Promise<T>): Promise<T> => {
      steps.push(id);
      return act();
    },
    progress: (_: string, note: unknown) => notes.push(note),
  } as unknown as Rollback['context'];
  const usual = {
    system,
    paths: paper.paths,
    now: () => ground.now,
    target: paper.target,
    context,
  };
  return rollBack({ ...usual, snapshotId: null, how: 'put-back', ...parts });
}
