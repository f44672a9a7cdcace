import type { ReactNode } from 'react';
import styles from './notice.module.css';
import { ToneIcon, type Tone } from './tone.tsx';

/** One calm remark beside the main thing. */
export function Notice(props: { tone: Tone; children: ReactNode }) {
  return (
    <div className={styles.notice} data-tone={props.tone}>
      <ToneIcon tone={props.tone} size={20} />
      <div className={styles.body}>{props.children}</div>
    </div>
  );
}
