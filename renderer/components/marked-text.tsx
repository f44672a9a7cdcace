import { markedPieces } from '../../shared/redaction-marks.ts';
import styles from './bundle-files.module.css';

/** A text that leaves this computer: what was replaced in it is marked. */
export function MarkedText(props: { text: string; label: string }) {
  return (
    <pre className={styles.text} tabIndex={0} role="region" aria-label={props.label}>
      {markedPieces(props.text).map(({ text, replaced }, index) =>
        replaced ? <mark key={index}>{text}</mark> : text,
      )}
    </pre>
  );
}
