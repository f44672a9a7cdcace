import type { Rung } from '../../shared/verification.ts';
import { useTexts } from '../language/texts.ts';
import { RungIcon } from './ladder.tsx';
import styles from './proof-before-after.module.css';

/** The same checks before a repair and now, side by side; those that say nothing of either are left out. */
export function ProofBeforeAfter(props: { before: readonly Rung[]; after: readonly Rung[] }) {
  const { text } = useTexts();
  const pairs = props.after.flatMap((after) => {
    const before = props.before.find((each) => each.id === after.id) ?? null;
    const told = after.outcome !== 'skipped' || (before && before.outcome !== 'skipped');
    return told ? [{ before, after }] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="proof-title">
      <h2 id="proof-title" className="section-title">
        {text('ui.proof.title')}
      </h2>
      <ol className={styles.list}>
        {pairs.map(({ before, after }) => (
          <li key={after.id}>
            <h3 className={styles.name}>{text(`rung.${after.id}.title`)}</h3>
            <dl className={styles.pair}>
              <Side label={text('ui.proof.before')} rung={before} />
              <Side label={text('ui.proof.after')} rung={after} />
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Side(props: { label: string; rung: Rung | null }) {
  const { text, say } = useTexts();
  const { rung, label } = props;
  const tried = rung !== null && rung.evidence.key !== 'rung.runs.not-asked';
  return (
    <div className={styles.side}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.told}>
        <RungIcon rung={tried ? rung : null} />
        <span>
          {tried && <b>{text(`ui.rung-outcome.${rung.outcome}`)}</b>}{' '}
          {tried ? say(rung.evidence) : text('ui.proof.not-tried')}
        </span>
      </dd>
    </div>
  );
}
