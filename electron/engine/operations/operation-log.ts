import type { OperationEvent } from '../../../shared/operation.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** The log file: every line that a program printed, and how each step and operation ended. */
export function createOperationLog(system: System, file: string) {
  let queue: Promise<void> = Promise.resolve();
  function append(text: string): void {
    if (text === '') return;
    // A log that cannot be written (a full disk) must not stop a repair.
    queue = queue.then(() => system.files.appendText(file, text)).catch(ifUnanswered(undefined));
  }
  return {
    write: (event: OperationEvent): void => append(linesOf(event)),
    /** A mistake of our own while no operation ran. */
    note: (problem: Problem, at: Date): void =>
      append(`${at.toISOString()} broken ${JSON.stringify(problem)}\n`),
    flush: (): Promise<void> => queue,
  };
}

function linesOf(event: OperationEvent): string {
  const head = `${event.at} ${event.operationId}`;
  switch (event.type) {
    case 'started':
      return `${head} started ${event.kind} ${event.targetId ?? ''}\n`;
    case 'log':
      return event.lines
        .map((line) => `${head} ${event.step} ${line.stream}: ${line.text}\n`)
        .join('');
    case 'step-ended':
      return `${head} ${event.step} ${event.outcome}\n`;
    case 'problem':
      return `${head} broken ${JSON.stringify(event.problem)}\n`;
    case 'ended':
      return `${head} ended ${event.outcome} ${event.problem ? JSON.stringify(event.problem) : ''}\n`;
    default:
      return '';
  }
}
