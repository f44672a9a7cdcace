import type { Finding } from '../../shared/finding.ts';
import { isFault } from '../../shared/severity.ts';
import { EvidenceFold } from '../components/evidence-fold.tsx';
import { FindingCard } from '../components/finding-card.tsx';
import { Fold } from '../components/fold.tsx';
import { ToneIcon } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from '../store/store-context.ts';
import { goalOf, wheelGoalOf } from '../store/wizard-steps.ts';
import styles from './finding-list.module.css';

/** The root cause first, what follows from it folded, and harmless things quietly below. */
export function FindingList(props: {
  findings: readonly Finding[];
  /** The sentences of the verdict: a finding that says the same does not say it twice. */
  above: readonly string[];
  /** Shows why we say so without being asked, for the root cause. */
  openEvidence?: boolean;
}) {
  const { text } = useTexts();
  const { findings } = props;
  const causes = findings.filter((finding) => isFault(finding) && !finding.consequence);
  const consequences = findings.filter((finding) => isFault(finding) && finding.consequence);
  const harmless = findings.filter((finding) => finding.severity === 'harmless');
  const fixable = [...causes, ...consequences].filter((finding) => goalOf(finding) !== null);
  const only = fixable.length === 1;
  const fine = findings.filter((finding) => finding.severity === 'ok');
  return (
    <>
      {(causes.length > 0 || consequences.length > 0) && (
        <section className={styles.list} aria-labelledby="findings-title">
          <h2 id="findings-title" className="for-screen-readers">
            {text('ui.findings.title')}
          </h2>
          {causes.map((finding) => (
            <Card
              key={finding.cause}
              finding={finding}
              root={finding === findings[0]}
              only={only}
              above={props.above}
              openEvidence={finding === findings[0] && props.openEvidence === true}
            />
          ))}
          {consequences.length > 0 && (
            <Fold summary={text('ui.findings.consequences', { count: consequences.length })}>
              <div className={styles.list}>
                {consequences.map((finding) => (
                  <Card
                    key={finding.cause}
                    finding={finding}
                    root={false}
                    only={only}
                    above={props.above}
                    openEvidence={false}
                  />
                ))}
              </div>
            </Fold>
          )}
        </section>
      )}
      {fine.length > 0 && <QuietList findings={fine} title={text('ui.findings.fine')} />}
      {harmless.length > 0 && (
        <Fold
          summary={text('ui.findings.harmless', { count: harmless.length })}
          open={causes.length === 0}
        >
          <h2 className="for-screen-readers">{text('ui.severity.harmless')}</h2>
          <QuietList findings={harmless} title={null} />
        </Fold>
      )}
    </>
  );
}

function Card(props: {
  finding: Finding;
  root: boolean;
  only: boolean;
  above: readonly string[];
  openEvidence: boolean;
}) {
  const { plan, chooseWheel } = useActions();
  const busy = useBusy();
  const { targetId } = useSession();
  const goal = goalOf(props.finding);
  const onFix = goal && targetId !== null ? () => void plan(targetId, goal) : null;
  const wheelGoal = wheelGoalOf(props.finding);
  const onWheel =
    wheelGoal && targetId !== null ? () => void chooseWheel(targetId, wheelGoal) : null;
  return <FindingCard {...props} busy={busy} onFix={onFix} onWheel={onWheel} />;
}

function QuietList(props: { findings: readonly Finding[]; title: string | null }) {
  const { say } = useTexts();
  return (
    <section aria-label={props.title ?? undefined}>
      {props.title && <h2 className="section-title">{props.title}</h2>}
      <ul className={styles.quiet}>
        {props.findings.map((finding) => (
          <li key={finding.cause}>
            <ToneIcon tone={finding.severity === 'ok' ? 'good' : 'quiet'} />
            <div>
              <h3 className={styles.title}>{say(finding.title)}</h3>
              <p className={styles.text}>{say(finding.explanation)}</p>
              <EvidenceFold evidence={finding.evidence} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
