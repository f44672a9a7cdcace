import type { ReactNode } from 'react';
import { useApp, useActions, useSession } from '../store/store-context.ts';
import { isGlancing, isRunning } from '../store/wizard-steps.ts';
import { LogDrawer } from './log-drawer.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { RunningBar } from './running-bar.tsx';
import styles from './screen.module.css';

export const headingId = 'page-heading';

/**
 * One page of the wizard: the verdict, the reason, then what there is to do. While anything runs
 * the action bar offers its cancel instead.
 */
export function Screen(props: {
  heading: string;
  lead?: string | null;
  /** Stands above the heading: which kind of verdict it is. */
  label?: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
}) {
  const session = useSession();
  const refusal = useApp((current) => current.refusal);
  const { dismissRefusal } = useActions();
  return (
    <div className={styles.column}>
      <main className={styles.main}>
        <div className={styles.content}>
          <header className={styles.head}>
            {props.label}
            <h1 id={headingId} className={styles.heading} tabIndex={-1}>
              {props.heading}
            </h1>
            {props.lead && <p className={styles.lead}>{props.lead}</p>}
          </header>
          {refusal && <ProblemNotice problem={refusal} onDismiss={dismissRefusal} />}
          {session.operation?.problems.map((problem) => (
            <ProblemNotice key={JSON.stringify(problem)} problem={problem} />
          ))}
          {props.children}
        </div>
      </main>
      <footer className={styles.footer}>
        <div className={styles.bar}>
          {isRunning(session) && !isGlancing(session) ? <RunningBar /> : props.actions}
        </div>
        <LogDrawer operation={session.operation} />
      </footer>
    </div>
  );
}
