import type { Change } from '../../shared/plan.ts';
import { useTexts } from '../language/texts.ts';
import styles from './change-table.module.css';

/** Before and after, one package a row. `stays` are shown because people fear for them. */
export function ChangeTable(props: {
  caption: string;
  /** Already happened, or still to come. */
  done: boolean;
  changes: readonly Change[];
  stays?: readonly { name: string; version: string }[];
}) {
  const { text } = useTexts();
  return (
    <table className={styles.table}>
      <caption className="for-screen-readers">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('ui.changes.package')}</th>
          <th scope="col">{text(props.done ? 'ui.changes.before' : 'ui.changes.now')}</th>
          <th scope="col">{text(props.done ? 'ui.changes.after' : 'ui.changes.then')}</th>
          <th scope="col">
            <span className="for-screen-readers">{text('ui.changes.what')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.changes.map((change) => (
          <tr key={change.name} className={styles.changed}>
            <th scope="row">{change.name}</th>
            <td>{change.from ?? '–'}</td>
            <td>{change.to ?? '–'}</td>
            <td className={styles.word}>{text(`ui.changes.${kindOf(change)}`)}</td>
          </tr>
        ))}
        {props.stays?.map((pin) => (
          <tr key={pin.name} className={styles.stays}>
            <th scope="row">{pin.name}</th>
            <td>{pin.version}</td>
            <td>{pin.version}</td>
            <td className={styles.word}>{text('ui.changes.stays')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindOf(change: Change): 'added' | 'removed' | 'rebuilt' | 'replaced' {
  if (change.from === null) return 'added';
  if (change.to === null) return 'removed';
  return change.from === change.to ? 'rebuilt' : 'replaced';
}
