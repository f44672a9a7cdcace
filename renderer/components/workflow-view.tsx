import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { Verification } from '../../shared/verification.ts';
import { workflowRows, workflowSentences } from '../../shared/workflow-rows.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy } from '../store/store-context.ts';
import styles from './benchmark-view.module.css';
import { ProblemNotice } from './problem-notice.tsx';

/** The user's own work: what its last run came to, and the way to run one. */
export function WorkflowView(props: { targetId: string; verification: Verification }) {
  const { text } = useTexts();
  const { runWorkflow } = useActions();
  const busy = useBusy();
  const chooser = useRef<HTMLInputElement>(null);
  const { workflow, workflowProblem } = props.verification;
  return (
    <section aria-labelledby="workflow-title">
      <h2 id="workflow-title" className="section-title">
        {text('workflow.heading')}
      </h2>
      {workflowProblem && <ProblemNotice problem={workflowProblem} />}
      {workflow && <RunTable run={workflow} />}
      <p className={styles.note}>{text('workflow.lead')}</p>
      <Button variant="default" size="sm" disabled={busy} onClick={() => chooser.current?.click()}>
        {text(workflow ? 'workflow.choose-again' : 'workflow.choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".json,.png"
        hidden
        aria-label={text('workflow.choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after a change.
          event.currentTarget.value = '';
          if (file) void runWorkflow(props.targetId, file);
        }}
      />
    </section>
  );
}

function RunTable({ run }: { run: NonNullable<Verification['workflow']> }) {
  const { text, say } = useTexts();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text('workflow.title')}>
      <table className={styles.table}>
        <caption>{text('workflow.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('workflow.measured')}</th>
            <th scope="col">{text('workflow.now')}</th>
            {run.before && <th scope="col">{text('workflow.before')}</th>}
          </tr>
        </thead>
        <tbody>
          {workflowRows(run).map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{text(label)}</th>
              {values.map((value, at) => (
                <td key={at} className={styles.number}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {workflowSentences(run).map((each) => (
        <p key={each.key}>{say(each)}</p>
      ))}
    </div>
  );
}
