import { message, translate } from '../../../shared/messages/index.ts';
import type { OperationResult } from '../../../shared/operation.ts';
import type { Problem } from '../../../shared/problem.ts';
import { documentOf, type Document } from './document.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Page } from './page.ts';
import { printResult } from './print.ts';

/** What a command leaves: the same answer as a document and as lines for a person. */
export type CommandOutput = {
  exitCode: ExitCode;
  document: Document;
  lines: string[];
  /** The document on one line, with --json and without: for programs that read line by line. */
  oneLine?: boolean;
  /** Of parts that broke by a mistake of our own, where no operation told of them. */
  problems?: readonly Problem[];
};

/** Of a finished operation; `file` is where a bundle was written. */
export function outputOf(
  page: Page,
  result: OperationResult,
  file: string | null = null,
): CommandOutput {
  return {
    exitCode: exitCodeOf({ kind: 'result', result }),
    document: documentOf(page.language, result, file),
    lines: printResult(page, result, file),
  };
}

/** Nothing was changed, because the user did not agree to it yet: what would be is shown. */
export function withoutConsent(page: Page, lines: string[], shown: object): CommandOutput {
  const problem = {
    code: 'invalid-request',
    message: translate(page.language, message('cli.usage.consent')),
    hint: translate(page.language, message('cli.usage.consent.hint')),
  };
  return {
    exitCode: exitCodeOf({ kind: 'usage' }),
    document: { schema: 1, problem, ...shown },
    lines,
  };
}
