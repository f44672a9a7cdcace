import type { Verification } from '../../../shared/verification.ts';
import { workflowRows, workflowSentences } from '../../../shared/workflow-rows.ts';
import { printProblem, type Page } from './page.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The user's own work: how long it took and what came out, now and the last time. */
export function printWorkflow(page: Page, verification: Verification): string[] {
  const { workflow: run, workflowProblem: problem } = verification;
  if (problem) return ['', ...printProblem(page, problem)];
  if (!run) return [];
  const head = ['', page.say('workflow.now'), ...(run.before ? [page.say('workflow.before')] : [])];
  const rows = workflowRows(run).map(({ label, values }) => [`    ${page.say(label)}`, ...values]);
  return [
    '',
    page.say('workflow.title'),
    ...columns([head, ...rows]),
    ...workflowSentences(run).flatMap((each) => wrap(page.tell(each), page.terminal.width)),
  ];
}
