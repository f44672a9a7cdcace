import { setMaxListeners } from 'node:events';
import type { Finding } from '../../../shared/finding.ts';
import type { Found, Glance } from '../../../shared/install.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import {
  operationSteps,
  type LogLine,
  type OperationEvent,
  type OperationKind,
  type OperationOutcome,
  type OperationResult,
  type StepId,
  type StepOutcome,
} from '../../../shared/operation.ts';
import { brokenPart, ProblemError, toProblem, type Problem } from '../../../shared/problem.ts';
import type { Rung } from '../../../shared/verification.ts';
import { isMistake } from '../mistakes/parts.ts';

/** What a job gets to tell of itself, and to hear that it should stop. */
export type OperationContext<K extends OperationKind = OperationKind> = {
  signal: AbortSignal;
  /** Runs one step of the kind's list and reports how it ended. */
  step<T>(id: StepId<K>, act: () => Promise<T>): Promise<T>;
  /** For a step that runs outside of `step`, or not at all. */
  /** `secondsLeft`: left out where nobody counts, null where it is counted and not known. */
  progress(
    id: StepId<K>,
    note: MessageRef,
    fraction?: number | null,
    secondsLeft?: number | null,
  ): void;
  log(id: StepId<K>, line: LogLine): void;
  finding(finding: Finding): void;
  /** What a search found, as soon as it is known. */
  found(found: Found): void;
  /** What the files of one install tell. */
  glance(of: string, glance: Glance): void;
  /** A rung of the ladder; again where more is known of it. */
  rung(rung: Rung): void;
  /** Tells of a part that broke by a mistake of our own: each mistake once. */
  broken: (problem: Problem) => void;
};

/** How a job ended, by its own words; a thrown Problem means `failed`. */
export type OperationEnd = {
  outcome?: OperationOutcome;
  result: OperationResult | null;
  problem?: Problem | null;
};

export type Clock = () => Date;
type Emit = (event: OperationEvent) => void;
type Draft = OperationEvent extends infer E
  ? E extends OperationEvent
    ? Omit<E, 'operationId' | 'seq' | 'at'>
    : never
  : never;

/** Milliseconds between two batches of log lines, and lines that make a batch at once. */
const batchDelay = 50;
const batchLines = 100;

/**
 * Runs one operation at a time. Every event carries the next sequence number; the end comes
 * exactly once, last; and the first cause of an end is the one that is told.
 */
export function createOperationRunner(options: { clock: Clock; newId: () => string; emit: Emit }) {
  let seq = 0;
  let current: { id: string; abort: AbortController; done: Promise<void> } | null = null;

  function start<K extends OperationKind>(
    kind: K,
    targetId: string | null,
    job: (context: OperationContext<K>) => Promise<OperationEnd>,
  ): string {
    if (current) throw new ProblemError({ code: 'busy' });
    const id = options.newId();
    const abort = new AbortController();
    // Whatever an operation has begun at one time listens: dozens of questions are no leak.
    setMaxListeners(0, abort.signal);
    const send = (draft: Draft): void => {
      seq += 1;
      options.emit({ ...draft, operationId: id, seq, at: options.clock().toISOString() });
    };
    // Free before the end is told: whoever hears it may start the next one at once.
    const done = runJob(kind, targetId, job, abort, send, () => {
      current = null;
    });
    current = { id, abort, done };
    return id;
  }

  function cancel(operationId: string): boolean {
    if (current?.id !== operationId) return false;
    current.abort.abort();
    return true;
  }

  return {
    start,
    cancel,
    /** The running operation, if any. */
    currentId: (): string | null => current?.id ?? null,
    settled: async (): Promise<void> => {
      await current?.done;
    },
  };
}

async function runJob<K extends OperationKind>(
  kind: K,
  targetId: string | null,
  job: (context: OperationContext<K>) => Promise<OperationEnd>,
  abort: AbortController,
  send: (draft: Draft) => void,
  free: () => void,
): Promise<void> {
  const steps: readonly string[] = operationSteps[kind];
  const open = new Set(steps);
  const batch = createBatch(send);
  const told = new Set<string>();
  // One turn later, so that whoever started it knows the id before the first event.
  await Promise.resolve();
  send({ type: 'started', kind, targetId, steps: [...steps] });

  function endStep(id: string, outcome: StepOutcome): void {
    if (!open.delete(id)) return;
    batch.flush();
    send({ type: 'step-ended', step: id, outcome });
  }
  const context: OperationContext<K> = {
    signal: abort.signal,
    async step(id, act) {
      if (abort.signal.aborted && id !== 'undo') throw new ProblemError({ code: 'cancelled' });
      send({ type: 'step-started', step: id });
      try {
        const value = await act();
        endStep(id, 'succeeded');
        return value;
      } catch (error) {
        endStep(id, toProblem(error).code === 'cancelled' ? 'cancelled' : 'failed');
        throw error;
      }
    },
    progress(step, note, fraction = null, secondsLeft) {
      const left = secondsLeft === undefined ? {} : { secondsLeft };
      send({ type: 'progress', step, note, fraction, ...left });
    },
    log: (step, line) => {
      batch.add(step, line);
    },
    finding(finding) {
      send({ type: 'finding', finding });
    },
    found(found) {
      send({ type: 'found', found });
    },
    glance(of, glance) {
      send({ type: 'glance', of, glance });
    },
    rung(rung) {
      send({ type: 'rung', rung });
    },
    broken(problem) {
      const mistake = JSON.stringify(problem);
      if (!told.has(mistake)) send({ type: 'problem', problem });
      told.add(mistake);
    },
  };

  const end = await job(context).catch((error: unknown): OperationEnd => {
    const problem = causeOf(error, abort);
    // A mistake is told, also where it was made on the way to a cancel.
    if (problem.code === 'cancelled' && isMistake(error)) context.broken(brokenPart(kind, error));
    return { result: null, problem };
  });
  batch.flush();
  for (const id of open) send({ type: 'step-ended', step: id, outcome: 'skipped' });
  const problem = end.problem ?? null;
  const outcome =
    end.outcome ??
    (problem === null ? 'succeeded' : problem.code === 'cancelled' ? 'cancelled' : 'failed');
  free();
  send({ type: 'ended', outcome, problem, result: end.result });
}

/** A job that stumbles while it is being cancelled was cancelled. */
function causeOf(error: unknown, abort: AbortController): Problem {
  const problem = toProblem(error);
  return abort.signal.aborted && problem.code !== 'undo-failed' ? { code: 'cancelled' } : problem;
}

function createBatch(send: (draft: Draft) => void) {
  let step: string | null = null;
  let lines: LogLine[] = [];
  let timer: NodeJS.Timeout | null = null;
  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (step === null || lines.length === 0) return;
    const ready = lines;
    lines = [];
    send({ type: 'log', step, lines: ready });
  }
  return {
    flush,
    add(id: string, line: LogLine): void {
      if (step !== id) flush();
      step = id;
      lines.push(line);
      if (lines.length >= batchLines) flush();
      else timer ??= setTimeout(flush, batchDelay);
    },
  };
}
