import { useApp } from '../store/store-context.ts';
import styles from './connection-notice.module.css';
import { ProblemNotice } from './problem-notice.tsx';

/** The page tries again by itself; when it works this goes away. */
export function ConnectionNotice() {
  const connection = useApp((current) => current.connection);
  if (connection === 'open') return null;
  return (
    <div className={styles.place}>
      <ProblemNotice problem={{ code: 'connection-lost' }} />
    </div>
  );
}
