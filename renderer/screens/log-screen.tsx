import { useState } from 'react';
import type { OpenedBundle } from '../../shared/bundle.ts';
import type { LogAnalysis } from '../../shared/log-analysis.ts';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ReadingProgress } from '../components/reading-progress.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useApp, useSession } from '../store/store-context.ts';
import { LogAnswerPage } from './log-answer-page.tsx';
import { LogAskPage } from './log-ask-page.tsx';
import { OpenedBundlePage } from './opened-bundle-page.tsx';

/** A log at any time, with or without an install: asked for, read, and answered. */
export function LogScreen() {
  const { text } = useTexts();
  const { operation, log, opened } = useSession();
  const reading = useApp((current) => current.reading);
  /** The answer that was there when another log was asked for. */
  const [done, setDone] = useState<LogAnalysis | OpenedBundle | null>(null);
  const ours = operation?.kind === 'log' ? operation : null;
  const running = ours !== null && ours.outcome === null;
  // Asked for, but its first event is not here yet.
  const judging = useApp((current) => current.starting?.kind === 'log') || running;

  if (reading || judging) {
    const name = reading?.name ?? text('ui.read-log.pasted');
    return (
      <Screen
        heading={judging ? text('ui.read-log.judging') : text('ui.read-log.reading', { name })}
        lead={text('ui.read-log.reading-lead')}
        actions={null}
      >
        {running ? (
          <OperationProgress operation={ours} />
        ) : (
          reading && !judging && <ReadingProgress reading={reading} />
        )}
      </Screen>
    );
  }
  const problem = ours && ours.outcome !== 'succeeded' ? ours.problem : null;
  if (opened && opened !== done && !problem)
    return <OpenedBundlePage opened={opened} onClose={() => setDone(opened)} />;
  if (log === null || log === done || problem) return <LogAskPage problem={problem} />;
  return <LogAnswerPage analysis={log} onAnother={() => setDone(log)} />;
}
