import type { MessageRef } from '../../shared/messages/index.ts';
import {
  operationSteps,
  type LogLine,
  type OperationKind,
  type OperationState,
} from '../../shared/operation.ts';
import { targetId } from './sample-machine.ts';

/** An operation that has ended well, unless said otherwise. */
export function operation(
  kind: OperationKind,
  changes: Partial<OperationState> = {},
): OperationState {
  return {
    operationId: `${kind}-1`,
    kind,
    targetId,
    startedAt: '2026-11-22T16:04:00.000Z',
    steps: operationSteps[kind].map((id) => ({
      id,
      state: 'succeeded',
      fraction: null,
      note: null,
    })),
    findings: [],
    rungs: [],
    log: [],
    logDropped: 0,
    outcome: 'succeeded',
    problem: null,
    problems: [],
    result: null,
    ...changes,
  };
}

/** The same, stopped in the middle of one of its steps. */
export function running(
  kind: OperationKind,
  at: string,
  fraction: number | null,
  note: MessageRef | null,
  log: LogLine[] = [],
): OperationState {
  const position = operationSteps[kind].findIndex((id) => id === at);
  return operation(kind, {
    outcome: null,
    log,
    steps: operationSteps[kind].map((id, index) => ({
      id,
      state: index < position ? 'succeeded' : index === position ? 'running' : 'waiting',
      fraction: index === position ? fraction : null,
      note: index === position ? note : null,
    })),
  });
}

export const pipLog: LogLine[] = [
  {
    stream: 'command',
    text: 'python -m pip install --no-deps --constraint constraints.txt xformers==0.0.29.post3',
  },
  { stream: 'stdout', text: 'Collecting xformers==0.0.29.post3' },
  {
    stream: 'stdout',
    text: '  Downloading xformers-0.0.29.post3-cp311-cp311-manylinux_2_28_x86_64.whl (43.4 MB)',
  },
  { stream: 'stderr', text: 'WARNING: the cache folder is not writable and was not used.' },
];
