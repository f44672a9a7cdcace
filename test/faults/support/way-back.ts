import type { System } from '../../../electron/engine/machine/system.ts';
import type { Goal } from '../../../shared/goal.ts';
import type { OperationState } from '../../../shared/operation.ts';
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts';
import { oneProcess, withoutPrograms } from './one-process.ts';
import type { Stage } from './stage.ts';

type Parts = {
  adjust?: (system: System) => System;
  /** Called when the operation itself is about to start, and when it has ended. */
  begin?: () => void;
  end?: () => void;
  goal?: Goal;
  /** Plans at once, and throws where something was interrupted. */
  atOnce?: boolean;
};

/** A rollback of a newly started app. What goes wrong is to begin once it is up. */
export async function rollBackAnew(stage: Stage, parts: Parts = {}): Promise<OperationState> {
  return anew(stage, withoutPrograms, parts, async (test, targetId) => {
    parts.begin?.();
    return test.run({ kind: 'rollback', targetId });
  });
}

/** A repair of a newly started app, from the plan to its end. */
export async function fixAnew(stage: Stage, parts: Parts = {}): Promise<OperationState> {
  const goal = parts.goal ?? 'recommended';
  return anew(
    stage,
    (own) => own,
    parts,
    async (test, targetId) => {
      const begun = parts.atOnce === true ? null : await endInterrupted(test, targetId, parts);
      if (begun !== null && begun.outcome !== 'succeeded') return begun;
      const { plan } = await test.result({ kind: 'plan', targetId, goal });
      if (begun === null) parts.begin?.();
      return test.run({ kind: 'fix', planId: plan.id });
    },
  );
}

/** What the wizard's button and the command line do first; null where nothing was interrupted. */
async function endInterrupted(
  test: TestEngine,
  targetId: string,
  parts: Parts,
): Promise<OperationState | null> {
  const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
  if (diagnosis.problem?.code !== 'interrupted-repair') return null;
  parts.begin?.();
  return test.run({ kind: 'rollback', targetId, how: 'interrupted' });
}

async function anew(
  stage: Stage,
  machine: (system: System) => System,
  { adjust = (own) => own, end }: Parts,
  act: (test: TestEngine, targetId: string) => Promise<OperationState>,
): Promise<OperationState> {
  const process = oneProcess();
  const test = await startTestEngine({
    index: stage.index,
    stateFolder: stage.state,
    adjust: (system) => adjust(process.adjust(machine(system))),
  });
  try {
    return await act(test, await test.engine.resolveTarget(stage.environment.root));
  } finally {
    end?.();
    await test.engine.close();
    process.end();
  }
}

/** What an operation told, in one word: the outcome of its result, else its Problem. */
export function toldBy(state: OperationState): string {
  if (state.result?.kind === 'fix') return state.result.fix.outcome;
  if (state.result?.kind === 'rollback') return state.result.rollback.outcome;
  return state.problem?.code ?? state.outcome ?? '?';
}
