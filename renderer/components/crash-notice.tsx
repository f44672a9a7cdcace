import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp } from '../store/store-context.ts';
import { ToneIcon } from './tone.tsx';
import styles from './welcome-back.module.css';

/** Above every page: that the app broke off, and a report for those who can mend it. */
export function CrashNotice() {
  const { language, text } = useTexts();
  const [dismissed, setDismissed] = useState(false);
  const { goTo } = useActions();
  const crash = useApp((current) =>
    current.loaded.phase === 'ready' ? (current.loaded.state.app.crash ?? null) : null,
  );
  if (crash === null || dismissed) return null;
  return (
    <section className={styles.strip} aria-label={text('ui.crash.label')}>
      <ToneIcon tone="warning" size={20} />
      <p className={styles.text}>
        {text(`ui.crash.${crash.where}`, { when: formatMoment(language, crash.at) })}
      </p>
      <span className={styles.ways}>
        <Button size="compact-sm" variant="default" onClick={() => goTo('report')}>
          {text('ui.crash.report')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setDismissed(true)}>
          {text('ui.problem.dismiss')}
        </Button>
      </span>
    </section>
  );
}
