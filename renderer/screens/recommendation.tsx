import type { Verification } from '../../shared/verification.ts';
import { useTexts } from '../language/texts.ts';
import styles from './recommendation.module.css';

/** Which attention to use here, and how ComfyUI is told. */
export function Recommendation(props: { recommended: Verification['recommended'] }) {
  const { language, text, say } = useTexts();
  const { backend, flag, speedup, basis } = props.recommended;
  return (
    <section className={styles.box} aria-label={text('ui.recommended.title')}>
      <p className={styles.small}>{text('ui.recommended.title')}</p>
      <p className={styles.name}>
        {text(`ui.backend.${backend}`)}
        {speedup !== null && speedup > 1 && (
          <span className={styles.speedup}>
            {text('ui.recommended.speedup', {
              times: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(speedup),
            })}
          </span>
        )}
      </p>
      <p className={styles.small}>{say(basis)}</p>
      {flag !== null && (
        <p className={styles.small}>
          {text('ui.recommended.flag')} <code>{flag}</code>
        </p>
      )}
    </section>
  );
}
