import { Button } from '@mantine/core';
import type { Finding, Severity } from '../../shared/finding.ts';
import { useTexts } from '../language/texts.ts';
import { EvidenceFold } from './evidence-fold.tsx';
import styles from './finding-card.module.css';
import { LinkList } from './link-list.tsx';
import { PrescriptionView } from './prescription-view.tsx';
import { ToneWord, type Tone } from './tone.tsx';

/** One thing that is wrong, why we say so, and its own way out. */
export function FindingCard(props: {
  finding: Finding;
  root: boolean;
  /** Sentences that stand above already, as the verdict. */
  above: readonly string[];
  /** The evidence is what matters most: in a log, the lines that say it. */
  openEvidence: boolean;
  /** The one thing that a button below the page repairs as well. */
  only: boolean;
  busy: boolean;
  /** null: this version cannot repair it. */
  onFix: (() => void) | null;
  /** A wheel file that the user has found would repair it; null: no such file is wanted. */
  onWheel: (() => void) | null;
}) {
  const { text, say } = useTexts();
  const { finding, above } = props;
  const title = say(finding.title);
  const advice = say(finding.advice);
  // Then the words of the trade belong below the fold, where it is done by hand.
  const byButton = props.onFix !== null && finding.prescription !== undefined;
  const look = { variant: 'light', size: 'sm', disabled: props.busy };
  return (
    <article className={styles.card} data-root={props.root} data-cause={finding.cause}>
      <div className={styles.labels}>
        <CardLabel finding={finding} root={props.root} />
        <span className="quiet-note">
          {text('ui.finding.sure', { word: text(`ui.confidence.${finding.confidence}`) })}
        </span>
      </div>
      <h3 className={above.includes(title) ? 'for-screen-readers' : styles.title}>{title}</h3>
      <p className={styles.text}>{say(finding.explanation)}</p>
      {finding.cost && <p className={styles.cost}>{say(finding.cost)}</p>}
      {!above.includes(advice) && !byButton && (
        <p className={styles.text}>
          <strong>{text('ui.finding.advice')}</strong> {advice}
        </p>
      )}
      {finding.prescription && (
        <PrescriptionView
          prescription={finding.prescription}
          folded={props.onFix !== null}
          advice={byButton ? advice : null}
        />
      )}
      <LinkList links={finding.links} />
      <div className={styles.foot}>
        <EvidenceFold evidence={finding.evidence} open={props.openEvidence} />
        {props.onFix && !props.only && (
          <Button
            {...look}
            onClick={props.onFix}
            aria-label={text('ui.finding.fix-named', { title })}
          >
            {text('ui.finding.fix')}
          </Button>
        )}
        {props.onWheel && (
          <Button
            {...look}
            onClick={props.onWheel}
            aria-label={text('ui.wheel.choose-for', { title })}
          >
            {text('ui.wheel.choose')}
          </Button>
        )}
      </div>
    </article>
  );
}

function CardLabel(props: { finding: Finding; root: boolean }) {
  const { text } = useTexts();
  const { severity, remedies } = props.finding;
  // Nothing is wrong with attention: no alarm, only a hint where to look instead.
  if (remedies[0]?.fixKind === 'not_attention') {
    return <ToneWord tone="quiet">{text('ui.verdict.not_attention')}</ToneWord>;
  }
  return (
    <ToneWord tone={toneOf(severity)}>
      {text(props.root ? 'ui.finding.root' : `ui.severity.${severity}`)}
    </ToneWord>
  );
}

function toneOf(severity: Severity): Tone {
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
