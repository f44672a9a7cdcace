import { ExternalLink } from 'lucide-react';
import type { LinkId } from '../../shared/links.ts';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import styles from './link-list.module.css';

/** Pages of others that help. The page knows their ids only; the host knows where they lead. */
export function LinkList(props: { links: readonly LinkId[] }) {
  const { text } = useTexts();
  const { openLink } = useActions();
  if (props.links.length === 0) return null;
  return (
    <ul className={styles.links} aria-label={text('ui.finding.links')}>
      {props.links.map((link) => (
        <li key={link}>
          <button type="button" className={styles.link} onClick={() => void openLink(link)}>
            {text(`link.${link}`)}
            <ExternalLink size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
