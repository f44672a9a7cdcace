import path from 'node:path';
import { openBundle } from '../../engine/bundle/open-bundle.ts';
import type { System } from '../../engine/machine/system.ts';
import { withoutSecrets } from '../../engine/redaction/door.ts';
import { documentOf } from './document.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Invocation } from './invocation.ts';
import type { Page } from './page.ts';
import { printResult } from './print.ts';
import type { CommandOutput } from './command-output.ts';

/** Shows a bundle that somebody sent. It needs no engine and leaves nothing behind. */
export async function openBundleCommand(
  { file }: Extract<Invocation, { command: 'open-bundle' }>,
  system: System,
  page: Page,
): Promise<CommandOutput> {
  const opened = await openBundle(system, path.resolve(file), file);
  const result = withoutSecrets({ kind: 'opened', opened } as const);
  return {
    exitCode: exitCodeOf({ kind: 'result', result }),
    document: documentOf(page.language, result, null),
    lines: printResult(page, result, null),
  };
}
