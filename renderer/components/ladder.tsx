import { Circle, CircleCheck, CircleHelp, CircleSlash, CircleX } from 'lucide-react';
import type { MessageKey } from '../../shared/messages/index.ts';
import { rungIds, type Rung } from '../../shared/verification.ts';
import { useTexts } from '../language/texts.ts';
import { Fold } from './fold.tsx';
import styles from './ladder.module.css';
import { ProblemNotice } from './problem-notice.tsx';

type RungId = (typeof rungIds)[number];

/** The checks, each proving more than the one before; they light up one after the other. */
export function Ladder(props: { rungs: readonly Rung[] | null }) {
  const { text, say } = useTexts();
  return (
    <section aria-labelledby="ladder-title">
      <h2 id="ladder-title" className="section-title">
        {text('ui.ladder.label')}
      </h2>
      <ol className={styles.ladder}>
        {rungIds.map((id) => {
          const rung = props.rungs?.find((one) => one.id === id) ?? null;
          return (
            <li key={id} className={styles.rung} data-outcome={rung?.outcome ?? 'waiting'}>
              <span className={styles.mark}>
                <RungIcon rung={rung} />
              </span>
              <div className={styles.body}>
                <h3 className={styles.name}>
                  {text(`rung.${id}.title`)}
                  <span className={styles.word}>{text(outcomeKey(rung))}</span>
                </h3>
                <p className={styles.evidence}>
                  {rung ? say(rung.evidence) : text(meaningKey(id))}
                </p>
                {rung && rung.details.length > 0 && <RungDetails rung={rung} />}
                {rung?.problem && <ProblemNotice problem={rung.problem} />}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const summaries: Partial<Record<RungId, MessageKey>> = {
  runs: 'ui.rung.details-runs',
  kernel: 'ui.rung.details-kernel',
  extension: 'ui.rung.details-extension',
};

function RungDetails(props: { rung: Rung }) {
  const { text } = useTexts();
  const { details } = props.rung;
  const count = details.length;
  const missing = ['ui.rung-outcome.pass', 'ui.rung.detail-missing'] as const;
  const [yes, no] =
    props.rung.id === 'extension'
      ? missing
      : props.rung.id === 'operators'
        ? (['ui.rung.detail-yes', 'ui.rung.detail-no'] as const)
        : (['ui.rung-outcome.pass', 'ui.rung-outcome.fail'] as const);
  const working = details.filter((detail) => detail.ok).length;
  return (
    <Fold summary={text(summaries[props.rung.id] ?? 'ui.rung.details', { working, count })}>
      <ul className={styles.details}>
        {details.map((detail) => (
          <li key={detail.name}>
            {detail.ok ? (
              <CircleCheck size={15} className={styles.good} aria-hidden />
            ) : (
              <CircleX size={15} className={styles.quiet} aria-hidden />
            )}
            <code>{detail.name}</code>
            <span className={styles.quiet}>
              {text(detail.ok ? yes : no)}
              {detail.why !== undefined && detail.why !== '' && `: ${detail.why}`}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function outcomeKey(rung: Rung | null) {
  return rung ? (`ui.rung-outcome.${rung.outcome}` as const) : 'ui.rung-outcome.waiting';
}

function meaningKey(id: RungId) {
  return `ui.rung.${id}.meaning` as const;
}

export function RungIcon(props: { rung: Rung | null }) {
  switch (props.rung?.outcome) {
    case 'pass':
      return <CircleCheck size={22} className={styles.good} aria-hidden />;
    case 'fail':
      return <CircleX size={22} className={styles.bad} aria-hidden />;
    case 'skipped':
      return <CircleSlash size={22} className={styles.quiet} aria-hidden />;
    case 'unknown':
      return <CircleHelp size={22} className={styles.warning} aria-hidden />;
    case undefined:
      return <Circle size={22} className={styles.unlit} aria-hidden />;
  }
}
