import { problemHint, problemSentence } from '../../shared/messages/index.ts';
import type { Problem } from '../../shared/problem.ts';
import { useTexts } from '../language/texts.ts';
import { ConsentNotice } from './consent-notice.tsx';
import { Fold } from './fold.tsx';
import { EndInterrupted } from './end-interrupted.tsx';
import styles from './notice.module.css';
import { ToneIcon, type Tone } from './tone.tsx';

/** What we could not do, what the user can do about it, and the detail for those who want it. */
export function ProblemNotice(props: { problem: Problem; tone?: Tone; onDismiss?: () => void }) {
  const { language, text } = useTexts();
  const { problem } = props;
  if (problem.code === 'consent-needed') return <ConsentNotice problem={problem} />;
  const cancelled = problem.code === 'cancelled';
  return (
    <div
      className={styles.notice}
      role={cancelled ? 'status' : 'alert'}
      data-problem={problem.code}
    >
      <ToneIcon tone={props.tone ?? (cancelled ? 'quiet' : 'warning')} size={20} />
      <div className={styles.body}>
        <p className={styles.sentence}>{problemSentence(language, problem)}</p>
        <p className={styles.hint}>{problemHint(language, problem)}</p>
        {(problem.detail || problem.command) && (
          <Fold summary={text('ui.problem.detail')}>
            {problem.command && <pre className="code-block">{problem.command.join(' ')}</pre>}
            {problem.detail && <pre className="code-block">{problem.detail}</pre>}
          </Fold>
        )}
        {problem.code === 'interrupted-repair' && <EndInterrupted />}
        {props.onDismiss && (
          <button type="button" className="link-button" onClick={props.onDismiss}>
            {text('ui.problem.dismiss')}
          </button>
        )}
      </div>
    </div>
  );
}
