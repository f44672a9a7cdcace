import type { Comparison } from '../../shared/comparison.ts';
import { useTexts } from '../language/texts.ts';
import styles from './protect-panel.module.css';

/** Two environments side by side: only what differs. */
export function ComparisonView(props: { comparison: Comparison }) {
  const { text, say } = useTexts();
  const { left, right, packages, flags, findings } = props.comparison;
  const where = (each: { left: boolean }): string =>
    text(each.left ? 'compare.only-left' : 'compare.only-right');
  if (packages.length + flags.length + findings.length === 0) return <p>{text('compare.alike')}</p>;
  return (
    <>
      <p>
        {text('compare.this')}: {say(left.headline)}
      </p>
      <p>
        {text('compare.other')}: {say(right.headline)}
      </p>
      {findings.length > 0 && <p>{text('compare.findings', { count: findings.length })}</p>}
      <ul className={styles.list}>
        {findings.map((each) => (
          <li key={each.cause}>
            {say(each.title)}: {where(each)}
          </li>
        ))}
      </ul>
      {flags.length > 0 && <p>{text('compare.flags', { count: flags.length })}</p>}
      <ul className={styles.list}>
        {flags.map((each) => (
          <li key={each.flag}>
            <code>{each.flag}</code>: {where(each)}
          </li>
        ))}
      </ul>
      {packages.length > 0 && (
        <table className={styles.table}>
          <caption>{text('compare.packages', { count: packages.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{text('compare.package')}</th>
              <th scope="col">{text('compare.this')}</th>
              <th scope="col">{text('compare.other')}</th>
            </tr>
          </thead>
          <tbody>
            {packages.map((each) => (
              <tr key={each.name}>
                <th scope="row">{each.name}</th>
                <td>{each.left ?? text('compare.absent')}</td>
                <td>{each.right ?? text('compare.absent')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
