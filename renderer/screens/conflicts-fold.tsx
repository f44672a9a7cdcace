import type { Conflict } from '../../shared/conflict.ts';
import { Fold } from '../components/fold.tsx';
import { useTexts } from '../language/texts.ts';
import styles from './conflicts-fold.module.css';

/** Packages that disagreed before we came: told as what they are, and left alone. */
export function ConflictsFold(props: { conflicts: readonly Conflict[] }) {
  const { text } = useTexts();
  const { conflicts } = props;
  if (conflicts.length === 0) return null;
  return (
    <Fold summary={text('ui.conflicts.title', { count: conflicts.length })}>
      <p className={styles.lead}>{text('ui.conflicts.lead')}</p>
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <li key={`${conflict.by} ${conflict.name} ${conflict.specifier}`}>
            {text('ui.conflicts.one', conflict)}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
