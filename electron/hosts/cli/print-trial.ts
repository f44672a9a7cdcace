import type { TrialResult } from '../../../shared/trial.ts';
import { printProblem, shellWord, type Page } from './page.ts';
import { changeRows } from './print-plan.ts';
import { printVerification } from './print-verification.ts';
import { columns } from './terminal.ts';

/** What came of a plan that was carried out beside the environment. */
export function printTrial(page: Page, trial: TrialResult): string[] {
  const { style } = page.terminal;
  const { outcome, plan, verification, problem } = trial;
  const headline = page.say(`cli.trial.${outcome}`);
  const lines = [outcome === 'fails' ? style.bad(headline) : style.good(headline)];
  lines.push(...columns(changeRows(page, plan.changes)).map((line) => `  ${line}`));
  if (problem) lines.push('', ...printProblem(page, problem));
  if (verification) lines.push('', ...printVerification(page, verification));
  if (outcome !== 'works') return lines;
  const command = `attention-doctor fix ${shellWord(page.target)} --plan ${plan.id} --yes`;
  return [...lines, '', page.say('cli.trial.take-over', { command })];
}
