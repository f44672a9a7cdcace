import type { Problem } from '../../shared/problem.ts';
import { useId } from 'react';
import { useTexts } from '../language/texts.ts';
import styles from './notice.module.css';
import { ToneIcon } from './tone.tsx';

/** `consent-needed` at length: which program, why we ask, and what starting it means. */
export function ConsentNotice(props: { problem: Problem }) {
  const { text, say } = useTexts();
  const id = useId();
  const { params, reasons = [] } = props.problem;
  return (
    <section className={styles.notice} aria-labelledby={id} data-problem="consent-needed">
      <ToneIcon tone="quiet" size={20} />
      <div className={styles.body}>
        <h2 id={id} className={styles.title}>
          {text('ui.consent.title')}
        </h2>
        <p className={styles.program}>
          <code>{params?.['program']}</code>
        </p>
        <p>{text('ui.consent.why')}</p>
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason.key}>{say(reason)}</li>
          ))}
        </ul>
        <p>{text('ui.consent.means')}</p>
        <p className={styles.hint}>{text('ui.consent.until-then')}</p>
      </div>
    </section>
  );
}
