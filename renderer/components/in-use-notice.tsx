import { useTexts } from '../language/texts.ts';
import type { InUse } from '../store/use-in-use.ts';
import { Notice } from './notice.tsx';
import styles from './notice.module.css';

/** Told before anybody presses Apply: what has to be closed first. It goes away by itself. */
export function InUseNotice(props: { programs: InUse | null }) {
  const { text } = useTexts();
  const [first] = props.programs ?? [];
  return (
    <div role="status" className={styles.live}>
      {first && (
        <Notice tone="warning">
          <p>{text('ui.in-use', { program: first.program, pid: first.pid })}</p>
        </Notice>
      )}
    </div>
  );
}
