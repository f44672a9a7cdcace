import { Loader } from '@mantine/core';
import { formatPercent } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useSession } from '../store/store-context.ts';
import { isGlancing, isRunning } from '../store/wizard-steps.ts';
import styles from './job-pill.module.css';

/** What runs now, on every page; pressing it leads to its page. */
export function JobPill() {
  const { language, text } = useTexts();
  const session = useSession();
  const { followJob } = useActions();
  const { operation } = session;
  if (!operation || !isRunning(session) || isGlancing(session)) return null;
  const fraction = operation.steps.find((step) => step.state === 'running')?.fraction ?? null;
  return (
    <button type="button" className={styles.pill} onClick={followJob}>
      <Loader size={14} aria-hidden />
      <span>{text(`ui.job.${operation.kind}`)}</span>
      {fraction !== null && <span>{formatPercent(language, fraction)}</span>}
    </button>
  );
}
