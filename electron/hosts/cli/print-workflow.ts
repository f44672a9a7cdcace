import type { Verification } from '../../../shared/verification.ts';
import type { WorkflowRun } from '../../../shared/workflow-run.ts';
import { printProblem, type Page } from './page.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The user's own work: how long it took and what came out, now and the last time. */
export function printWorkflow(page: Page, verification: Verification): string[] {
  const { workflow: run, workflowProblem: problem } = verification;
  if (problem) return ['', ...printProblem(page, problem)];
  if (!run) return [];
  const { width } = page.terminal;
  const { before, standIn, picture, similarity } = run;
  const rows = [
    ['', page.say('workflow.now'), ...(before ? [page.say('workflow.before')] : [])],
    ...rowsOf(page, run, before),
  ];
  const sentences = [
    standIn && page.say(`workflow.stand-in.${standIn.missing}`, { text: standIn.text }),
    picture && picture !== 'picture' && page.say(`workflow.picture.${picture}`),
    similarity !== null &&
      page.say(similarity >= 0.999 ? 'workflow.same' : 'workflow.similarity', {
        value: similarity.toFixed(3),
      }),
  ].filter((each) => typeof each === 'string');
  return [
    '',
    page.say('workflow.title'),
    ...columns(rows),
    ...sentences.flatMap((each) => wrap(each, width)),
  ];
}

type Numbers = Pick<WorkflowRun, 'seconds' | 'secondsPerStep' | 'peakMiB'>;

function rowsOf(page: Page, now: Numbers, before: Numbers | null): string[][] {
  const runs = before ? [now, before] : [now];
  const told = (text: (run: Numbers) => string | number | null): string[] =>
    runs.map((run) => String(text(run) ?? '–'));
  return [
    [`    ${page.say('workflow.seconds')}`, ...told((run) => `${run.seconds.toFixed(2)} s`)],
    [
      `    ${page.say('workflow.per-step')}`,
      ...told((run) => run.secondsPerStep && `${run.secondsPerStep.toFixed(3)} s`),
    ],
    [
      `    ${page.say('workflow.memory')}`,
      ...told((run) => run.peakMiB && `${Math.round(run.peakMiB)} MiB`),
    ],
  ];
}
