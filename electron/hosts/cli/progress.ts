import type { OperationEvent, OperationKind } from '../../../shared/operation.ts';
import { isKey, message } from '../../../shared/messages/index.ts';
import { timeLeft } from '../../../shared/time-left.ts';
import { visibleLines, type Page } from './page.ts';
import { terminalText } from './painted-text.ts';
import { cut } from './terminal.ts';

type Output = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

/**
 * Tells on standard error what an operation is doing. A person at a terminal sees one moving
 * line; a file gets one line for each step.
 */
export function createProgress(page: Page, output: Output): (event: OperationEvent) => void {
  const moving = output.isTTY === true;
  let kind: OperationKind | null = null;
  // The only control sequence besides colours: back to the beginning of the line, and empty it.
  const emptyLine = '\r\u001b[K';
  const clear = () => (moving ? output.write(emptyLine) : undefined);
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
        const line = terminalText(`${stepTitle(event.step)} ...`);
        output.write(moving ? `${emptyLine}${line}` : `${line}\n`);
        return;
      }
      case 'progress': {
        if (!moving) return;
        const percent = event.fraction === null ? '' : ` ${Math.floor(event.fraction * 100)}%`;
        const left = timeLeft(event.secondsLeft);
        const told = [page.tell(event.note), ...(left === null ? [] : [page.tell(left)])];
        const line = `${stepTitle(event.step)}${percent} - ${told.join(' - ')}`;
        // One line that moves: what would break into a second one cannot be taken back.
        output.write(`${emptyLine}${terminalText(cut(line, (output.columns ?? 80) - 1))}`);
        return;
      }
      case 'log':
        clear();
        for (const { stream, text } of event.lines) {
          const mark = stream === 'command' ? '$' : '|';
          // One line of a program is one line here, whatever it has in it.
          const line = page.terminal.style.quiet(`${mark} ${visibleLines(text)}`);
          output.write(`${terminalText(line)}\n`);
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
