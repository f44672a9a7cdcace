import { assertNever } from './assert-never.ts';
import type { LogLine, OperationEvent, OperationState, StepState } from './operation.ts';

/** Lines kept in memory; the log file has them all. */
const keptLogLines = 200_000;

/**
 * One job, told event by event. Events of another operation, and any after the end, change
 * nothing: a late line can never reopen a finished operation.
 */
export function reduceOperation(
  state: OperationState | null,
  event: OperationEvent,
): OperationState | null {
  if (event.type === 'started') {
    return {
      operationId: event.operationId,
      kind: event.kind,
      targetId: event.targetId,
      startedAt: event.at,
      steps: event.steps.map((id) => ({ id, state: 'waiting', fraction: null, note: null })),
      findings: [],
      rungs: [],
      log: [],
      logDropped: 0,
      outcome: null,
      problem: null,
      problems: [],
      result: null,
    };
  }
  if (!state || state.operationId !== event.operationId || state.outcome) return state;
  switch (event.type) {
    case 'step-started':
      return withStep(state, event.step, { state: 'running' });
    case 'progress':
      return withStep(state, event.step, {
        fraction: event.fraction,
        secondsLeft: event.secondsLeft,
        note: event.note,
      });
    case 'log':
      return withLog(state, event.lines);
    case 'finding':
      return { ...state, findings: [...state.findings, event.finding] };
    case 'found':
    case 'glance':
      // Of the session, not of the job: a search that is stopped keeps what it found.
      return state;
    case 'rung': {
      const others = state.rungs.filter((each) => each.id !== event.rung.id);
      return { ...state, rungs: [...others, event.rung] };
    }
    case 'problem':
      return { ...state, problems: [...state.problems, event.problem] };
    case 'step-ended':
      return withStep(state, event.step, { state: event.outcome });
    case 'ended':
      return { ...state, outcome: event.outcome, problem: event.problem, result: event.result };
    default:
      return assertNever(event);
  }
}

function withStep(state: OperationState, id: string, change: Partial<StepState>): OperationState {
  return {
    ...state,
    steps: state.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  };
}

function withLog(state: OperationState, lines: LogLine[]): OperationState {
  const all = [...state.log, ...lines];
  const dropped = Math.max(0, all.length - keptLogLines);
  return {
    ...state,
    log: dropped ? all.slice(dropped) : all,
    logDropped: state.logDropped + dropped,
  };
}
