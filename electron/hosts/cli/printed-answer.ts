import { appVersion } from '../version.ts';
import { completionScript } from './completion/completion-script.ts';
import type { Document } from './document.ts';
import { printHelp } from './help.ts';
import type { Invocation } from './invocation.ts';
import type { Page } from './page.ts';
import { unpainted } from './painted-text.ts';

/** What is known without looking at the machine. */
type PrintedInvocation = Extract<Invocation, { command: 'help' | 'version' | 'completion' }>;

export function isPrinted(invocation: Invocation): invocation is PrintedInvocation {
  return ['help', 'version', 'completion'].includes(invocation.command);
}

export function printedAnswer(
  invocation: PrintedInvocation,
  page: Page,
): { document: Document; lines: string[] } {
  if (invocation.command === 'version')
    return { document: { schema: 1, version: appVersion }, lines: [appVersion] };
  if (invocation.command === 'completion') {
    const lines = completionScript(invocation.shell, page.language);
    return { document: { schema: 1, script: lines.join('\n') }, lines };
  }
  const lines = printHelp(page, invocation.about);
  return { document: { schema: 1, help: unpainted(lines.join('\n')) }, lines };
}
