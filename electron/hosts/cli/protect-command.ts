import type { Invocation } from './invocation.ts';
import { outputOf, withoutConsent, type CommandOutput } from './command-output.ts';
import type { Page } from './page.ts';
import { printProtectionConsent } from './print-protection.ts';
import { protectionFields } from './protection-document.ts';
import { runOperation, type Running } from './run-operation.ts';

/** Shows what a protection would write or take out; with `--yes` it does. */
export async function protect(
  { off, yes }: Extract<Invocation, { command: 'protect' }>,
  targetId: string,
  running: Running,
  page: Page,
): Promise<CommandOutput> {
  const how = off ? 'off' : 'on';
  if (yes) return outputOf(page, await runOperation(running, { kind: 'protect', targetId, how }));
  const shown = off ? 'plan-off' : 'plan';
  const result = await runOperation(running, { kind: 'protect', targetId, how: shown });
  const { protection } = result;
  // Nothing that anybody would have to agree to.
  if (protection.outcome === 'nothing-to-do') return outputOf(page, result);
  const lines = printProtectionConsent(page, protection, off);
  return withoutConsent(page, lines, protectionFields(page.language, protection));
}
