import { changeSentence, culpritSentence } from '../../shared/history-sentences.ts';
import type { HistoryEntry, TracedChange } from '../../shared/history.ts';
import { Fold } from '../components/fold.tsx';
import { useTexts } from '../language/texts.ts';
import styles from './timeline-page.module.css';

/** What changed, who did it, and why we say so. */
export function TracedChanges(props: {
  changes: readonly TracedChange[];
  kind?: HistoryEntry['kind'];
}) {
  const { say, text } = useTexts();
  return (
    <ul className={styles.changes}>
      {props.changes.map((change) => {
        const culprit = culpritSentence(change, props.kind);
        const suspects = change.by ? [change.by] : (change.candidates ?? []);
        const count = suspects.reduce((sum, { evidence }) => sum + evidence.length, 0);
        return (
          <li key={change.name}>
            <span className={styles.change}>{say(changeSentence(change))}</span>
            {culprit && <span className={styles.culprit}>{say(culprit)}</span>}
            {suspects.length > 0 && (
              <Fold summary={text('ui.finding.evidence', { count })}>
                <ul>
                  {suspects.flatMap(({ name, evidence }) =>
                    evidence.map((each) => <li key={`${name} ${each.key}`}>{say(each)}</li>),
                  )}
                </ul>
              </Fold>
            )}
          </li>
        );
      })}
    </ul>
  );
}
