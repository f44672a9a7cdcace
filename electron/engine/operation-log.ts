import type { OperationEvent } from '../../shared/operation.ts';
import type { System } from './system.ts';

/** The log file: every line that a program printed, and how each step and operation ended. */
export function createOperationLog(system: System, file: string) {
  let queue: Promise<void> = Promise.resolve();
  return {
    write(event: OperationEvent): void {
      const text = linesOf(event);
      if (text === '') return;
      // A log that cannot be written (a full disk) must not stop a repair.
      queue = queue.then(() => system.files.appendText(file, text)).catch(() => undefined);
    },
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
    case 'ended':
      return `${head} ended ${event.outcome} ${event.problem ? JSON.stringify(event.problem) : ''}\n`;
    default:
      return '';
  }
}
