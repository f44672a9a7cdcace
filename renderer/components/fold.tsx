import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './fold.module.css';

/** Something to read only if one wants to. The browser's own element: keyboard and search work. */
export function Fold(props: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className={styles.fold} open={props.open}>
      <summary className={styles.summary}>
        <ChevronRight className={styles.arrow} size={16} aria-hidden />
        <span>{props.summary}</span>
      </summary>
      <div className={styles.inside}>{props.children}</div>
    </details>
  );
}
