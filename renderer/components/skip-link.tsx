import { useTexts } from '../language/texts.ts';
import { headingId } from './screen.tsx';
import styles from './skip-link.module.css';

/** The first thing that Tab reaches: past the title bar and the steps. */
export function SkipLink() {
  const { text } = useTexts();
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => document.getElementById(headingId)?.focus()}
    >
      {text('ui.skip')}
    </button>
  );
}
