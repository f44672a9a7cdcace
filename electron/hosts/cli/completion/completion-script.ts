import { assertNever } from '../../../../shared/assert-never.ts';
import type { Language } from '../../../../shared/contract.ts';
import { bashScript } from './bash.ts';
import { completionTable } from './completion-table.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import type { CompletionShell } from './shells.ts';
import { zshScript } from './zsh.ts';

/** The lines of the script with which a shell completes the command line. */
export function completionScript(shell: CompletionShell, language: Language): string[] {
  const table = completionTable(language);
  switch (shell) {
    case 'bash':
      return bashScript(table);
    case 'zsh':
      return zshScript(table);
    case 'fish':
      return fishScript(table);
    case 'powershell':
      return powershellScript(table);
    default:
      return assertNever(shell);
  }
}
