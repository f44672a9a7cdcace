import { useAppState } from '../store/store-context.ts';
import styles from './connection-notice.module.css';
import { ProblemNotice } from './problem-notice.tsx';

/** Above every page: the settings do not hold as they were, because their file is damaged. */
export function SettingsNotice() {
  const { settingsProblem } = useAppState();
  if (!settingsProblem) return null;
  return (
    <div className={styles.place}>
      <ProblemNotice problem={settingsProblem} />
    </div>
  );
}
