import type { StartRequest } from '../../../shared/contract.ts';
import type { OperationEvent, OperationKind, OperationResult } from '../../../shared/operation.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import type { Engine, HostOptions } from '../../engine/engine.ts';

export type Running = {
  engine: Engine;
  /** Fires when the user pressed Ctrl-C or the system asks us to end. */
  signal: AbortSignal;
  onEvent: (event: OperationEvent) => void;
};

export type ResultOf<K extends OperationKind> = Extract<OperationResult, { kind: K }>;

/** Runs one operation to its end. Throws the Problem of one that left no result. */
export async function runOperation<K extends OperationKind>(
  running: Running,
  request: StartRequest & { kind: K },
  options: HostOptions = {},
): Promise<ResultOf<K>> {
  const { engine, signal } = running;
  if (signal.aborted) fail('cancelled');
  const unsubscribe = engine.subscribe(running.onEvent);
  try {
    const { operationId } = await engine.start(request, { named: true, ...options });
    const cancel = () => void engine.cancel(operationId);
    const stopListening = whenAborted(signal, cancel);
    const { outcome, problem, result } = await engine.ended(operationId).finally(stopListening);
    // A repair that was cancelled or undone still says what it did.
    if (
      result &&
      isOf(result, request.kind) &&
      (outcome !== 'cancelled' || request.kind === 'fix')
    ) {
      return result;
    }
    if (problem) throw new ProblemError(problem);
    return fail(outcome === 'cancelled' ? 'cancelled' : 'unexpected');
  } finally {
    unsubscribe();
  }
}

function isOf<K extends OperationKind>(result: OperationResult, kind: K): result is ResultOf<K> {
  return result.kind === kind;
}

/** Also when it was aborted already, while the operation was being started. */
function whenAborted(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  signal.addEventListener('abort', act);
  return () => signal.removeEventListener('abort', act);
}
