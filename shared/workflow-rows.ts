import { message, type MessageKey, type MessageRef } from './messages/index.ts';
import type { WorkflowRun } from './workflow-run.ts';

type Numbers = Pick<WorkflowRun, 'seconds' | 'secondsPerStep' | 'peakMiB'>;

/** What was measured, in the order in which it is shown: now, and the last time where there was one. */
export function workflowRows(run: WorkflowRun): { label: MessageKey; values: string[] }[] {
  const runs = run.before ? [run, run.before] : [run];
  const told = (text: (numbers: Numbers) => string | null): string[] =>
    runs.map((each) => text(each) ?? '–');
  return [
    { label: 'workflow.seconds', values: told(({ seconds }) => `${seconds.toFixed(2)} s`) },
    {
      label: 'workflow.per-step',
      values: told(({ secondsPerStep: each }) => (each === null ? null : `${each.toFixed(3)} s`)),
    },
    {
      label: 'workflow.memory',
      values: told(({ peakMiB }) => (peakMiB === null ? null : `${Math.round(peakMiB)} MiB`)),
    },
  ];
}

/** What is to be said of its picture, and of what ran instead of it. */
export function workflowSentences(run: WorkflowRun): MessageRef[] {
  const { standIn, picture, similarity } = run;
  return [
    ...(standIn ? [message(`workflow.stand-in.${standIn.missing}`, { text: standIn.text })] : []),
    ...(picture && picture !== 'picture' ? [message(`workflow.picture.${picture}`)] : []),
    ...(similarity === null
      ? []
      : [
          message(similarity >= 0.999 ? 'workflow.same' : 'workflow.similarity', {
            value: similarity.toFixed(3),
          }),
        ]),
  ];
}
