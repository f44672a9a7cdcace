import { assertNever } from '../../../shared/assert-never.ts';
import type { OperationResult } from '../../../shared/operation.ts';
import type { Page } from './page.ts';
import { printDiagnosis } from './print-diagnosis.ts';
import { printFix, printRollback } from './print-fix.ts';
import { printFound } from './print-found.ts';
import { printLog } from './print-log.ts';
import { printOpened } from './print-opened.ts';
import { printPlan } from './print-plan.ts';
import { printComparison } from './print-comparison.ts';
import { printProtection } from './print-protection.ts';
import { printTrial } from './print-trial.ts';
import { printVerification } from './print-verification.ts';
import { bytesText } from './quantities.ts';

/** The lines of a finished operation. `file` is where a bundle was written. */
export function printResult(page: Page, result: OperationResult, file: string | null): string[] {
  switch (result.kind) {
    case 'find':
      return printFound(page, result.found);
    case 'diagnose':
      return printDiagnosis(page, result.diagnosis);
    case 'plan':
      return printPlan(page, result.plan);
    case 'fix':
      return printFix(page, result.fix);
    case 'trial':
      return printTrial(page, result.trial);
    case 'verify':
      return printVerification(page, result.verification);
    case 'rollback':
      return printRollback(page, result.rollback);
    case 'bundle': {
      const { bytes, fileName, redactions } = result.bundle;
      const replaced = Object.values(redactions).reduce((sum, count) => sum + count, 0);
      return [
        page.say('cli.bundle.written', { file: file ?? fileName, bytes: bytesText(bytes) }),
        page.say('cli.bundle.redacted', { count: replaced }),
      ];
    }
    case 'opened':
      return printOpened(page, result.opened);
    case 'log':
      return printLog(page, result.analysis);
    case 'protect':
      return printProtection(page, result.protection);
    case 'compare':
      return printComparison(page, result.comparison);
    default:
      return assertNever(result);
  }
}
