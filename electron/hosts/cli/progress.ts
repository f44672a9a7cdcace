import type { OperationEvent, OperationKind } from '../../../shared/operation.ts';
import { isKey, message } from '../../../shared/messages/index.ts';
import type { Page } from './page.ts';

type Output = { isTTY?: boolean; write: (text: string) => unknown };

/**
 * Tells on standard error what an operation is doing. A person at a terminal sees one moving
 * line; a file gets one line for each step.
 */
export function createProgress(page: Page, output: Output): (event: OperationEvent) => void {
  const moving = output.isTTY === true;
  let kind: OperationKind | null = null;
  const clear = () => (moving ? output.write('\r\u001b[K') : undefined);
  const stepTitle = (step: string): string => {
    const key = `step.${kind ?? ''}.${step}`;
    return isKey(key) ? page.tell(message(key)) : step;
  };
  return (event) => {
    switch (event.type) {
      case 'started':
        kind = event.kind;
        return;
      case 'step-started': {
        const line = `${stepTitle(event.step)} ...`;
        output.write(moving ? `\r\u001b[K${line}` : `${line}\n`);
        return;
      }
      case 'progress': {
        if (!moving) return;
        const percent = event.fraction === null ? '' : ` ${Math.floor(event.fraction * 100)}%`;
        output.write(`\r\u001b[K${stepTitle(event.step)}${percent} - ${page.tell(event.note)}`);
        return;
      }
      case 'log':
        clear();
        for (const { stream, text } of event.lines) {
          output.write(
            `${page.terminal.style.quiet(`${stream === 'command' ? '$' : '|'} ${text}`)}\n`,
          );
        }
        return;
      case 'ended':
        clear();
        return;
      default:
        return;
    }
  };
}
