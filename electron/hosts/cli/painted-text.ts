import { randomUUID } from 'node:crypto';
import { visibleText } from '../../../shared/visible-text.ts';

/**
 * Our own colours while a line is being built: a mark that nothing from outside can know, since it
 * is made anew in every process. An escape sequence in a folder's name is no colour of ours.
 */
const secret = randomUUID();
const mark = new RegExp(`<${secret}:(\\d{1,2})>`, 'g');

/** A text between two marks. */
export function painted(text: string, code: number): string {
  return `<${secret}:${code}>${text}<${secret}:0>`;
}

/** The text alone. */
export function unpainted(text: string): string {
  return text.replace(mark, '');
}

/**
 * One line as a terminal may get it: our marks become colours, everything else that would steer it
 * becomes visible. Every line that is written goes through here.
 */
export function terminalText(line: string): string {
  return line
    .split(mark)
    .map((part, index) => (index % 2 === 0 ? visibleText(part) : `\u001b[${part}m`))
    .join('');
}
