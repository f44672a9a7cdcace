import { Package } from 'lucide-react';
import type { GoalOfOwnWheel } from '../../shared/goal.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy } from '../store/store-context.ts';
import styles from './folder-browser.module.css';
import { FolderView, useFolderWalk } from './folder-walk.tsx';

/** Which wheel file it is, where there is no native dialog: the folders are walked. */
export function WheelBrowser(props: { targetId: string; goal: GoalOfOwnWheel }) {
  const { text } = useTexts();
  const { plan, leaveWheels } = useActions();
  const busy = useBusy();
  const { list, problem, open } = useFolderWalk(true);
  const { targetId, goal } = props;
  const wheels = list?.wheels ?? [];
  return (
    <Screen
      heading={text('ui.wheel.heading')}
      lead={text('ui.wheel.lead', { name: goal.replace('-', '_') })}
      actions={
        <ActionBar
          primary={null}
          others={[{ label: text('ui.wheel.back'), onClick: leaveWheels }]}
        />
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {list && (
        <>
          <section aria-label={text('ui.wheel.files')}>
            <h2 className="section-title">{text('ui.wheel.files')}</h2>
            {wheels.length === 0 && <p className="quiet-note">{text('ui.wheel.none')}</p>}
            <ul className={styles.files}>
              {wheels.map(({ wheelId, name }) => (
                <li key={wheelId}>
                  <button
                    type="button"
                    className={styles.child}
                    disabled={busy}
                    onClick={() => void plan(targetId, goal, wheelId)}
                  >
                    <Package size={17} aria-hidden />
                    <span>{name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          <FolderView list={list} onOpen={open} />
        </>
      )}
    </Screen>
  );
}
