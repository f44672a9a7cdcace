import { Button } from '@mantine/core';
import type { Evidence, Finding, Severity } from '../../shared/finding.ts';
import { useTexts } from '../language/texts.ts';
import { Fold } from './fold.tsx';
import styles from './finding-card.module.css';
import { ToneWord, type Tone } from './tone.tsx';

/** One thing that is wrong, why we say so, and its own way out. */
export function FindingCard(props: {
  finding: Finding;
  root: boolean;
  /** The title stands above already, as the verdict. */
  repeatsHeadline: boolean;
  busy: boolean;
  /** null: this version cannot repair it. */
  onFix: (() => void) | null;
}) {
  const { text, say } = useTexts();
  const { finding } = props;
  const title = say(finding.title);
  return (
    <article className={styles.card} data-root={props.root} data-cause={finding.cause}>
      <div className={styles.labels}>
        <ToneWord tone={toneOf(finding.severity)}>
          {text(props.root ? 'ui.finding.root' : `ui.severity.${finding.severity}`)}
        </ToneWord>
        {finding.confidence !== 'high' && (
          <span className="quiet-note">{text(`ui.confidence.${finding.confidence}`)}</span>
        )}
      </div>
      <h3 className={props.repeatsHeadline ? 'for-screen-readers' : styles.title}>{title}</h3>
      <p className={styles.text}>{say(finding.explanation)}</p>
      {finding.cost && <p className={styles.cost}>{say(finding.cost)}</p>}
      <div className={styles.foot}>
        <EvidenceFold evidence={finding.evidence} />
        {props.onFix && (
          <Button
            variant="light"
            size="sm"
            disabled={props.busy}
            onClick={props.onFix}
            aria-label={text('ui.finding.fix-named', { title })}
          >
            {text('ui.finding.fix')}
          </Button>
        )}
      </div>
    </article>
  );
}

export function EvidenceFold(props: { evidence: readonly Evidence[] }) {
  const { text, say } = useTexts();
  if (props.evidence.length === 0) return null;
  return (
    <Fold summary={text('ui.finding.evidence', { count: props.evidence.length })}>
      <ul className={styles.evidence}>
        {props.evidence.map((item, index) => (
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
    </Fold>
  );
}

export function toneOf(severity: Severity): Tone {
  switch (severity) {
    case 'error':
      return 'bad';
    case 'limit':
      return 'limit';
    case 'warning':
      return 'warning';
    case 'harmless':
      return 'quiet';
    case 'ok':
      return 'good';
  }
}
