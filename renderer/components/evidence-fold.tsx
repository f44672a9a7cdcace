import type { Evidence } from '../../shared/finding.ts';
import { useTexts } from '../language/texts.ts';
import styles from './evidence-fold.module.css';
import { Fold } from './fold.tsx';

/** Why we say so: what was seen, and the lines that programs printed, as they printed them. */
export function EvidenceFold(props: { evidence: readonly Evidence[]; open?: boolean }) {
  const { text, say } = useTexts();
  const { evidence } = props;
  if (evidence.length === 0) return null;
  const seen = evidence.filter((item) => !item.said);
  return (
    <Fold summary={text('ui.finding.evidence', { count: evidence.length })} open={props.open}>
      <SaidLines evidence={evidence} />
      {seen.length > 0 && (
        <ul className={styles.evidence}>
          {seen.map((item, index) => (
            <li key={`${item.statement.key}-${index}`}>
              {say(item.statement)}
              <span className={styles.source}>
                {text(`ui.how.${item.how}`)}
                {item.source && (
                  <>
                    {' '}
                    <code>{item.source}</code>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}

function SaidLines(props: { evidence: readonly Evidence[] }) {
  const { text } = useTexts();
  const lines = props.evidence.flatMap(({ said }) => (said ? [said] : []));
  if (lines.length === 0) return null;
  return (
    <ol className={styles.said} aria-label={text('ui.finding.said')}>
      {lines.map((said, index) => (
        <li key={`${said.line ?? 'live'}-${index}`} className={styles.line}>
          {said.line !== null && (
            <span className={styles.number}>
              <span className="for-screen-readers">
                {text('ui.finding.line', { line: said.line })}
              </span>
              <span aria-hidden>{said.line}</span>
            </span>
          )}
          <code className={styles.text}>{said.text}</code>
        </li>
      ))}
    </ol>
  );
}
