import { Button, Progress } from '@mantine/core';
import { formatBytes } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import type { Reading } from '../store/app-store.ts';
import { useActions } from '../store/store-context.ts';
import styles from './reading-progress.module.css';

/** How much of a log has been read. It can be stopped here, whatever else runs. */
export function ReadingProgress(props: { reading: Reading }) {
  const { language, text } = useTexts();
  const { stopReading } = useActions();
  const { sent, total, waiting } = props.reading;
  return (
    <div className={styles.progress}>
      <Progress
        value={total > 0 ? (sent / total) * 100 : 100}
        size="sm"
        aria-label={text('ui.read-log.progress')}
      />
      <div className={styles.row}>
        <p className="quiet-note" role={waiting ? 'status' : undefined}>
          {waiting
            ? text('ui.read-log.waiting')
            : text('ui.read-log.sent', {
                done: formatBytes(language, sent),
                total: formatBytes(language, total),
              })}
        </p>
        <Button variant="default" size="sm" onClick={stopReading}>
          {text('ui.read-log.stop')}
        </Button>
      </div>
    </div>
  );
}
