import { Button } from '@mantine/core';
import { useId } from 'react';
import type { SinceProved } from '../../shared/history.ts';
import notice from '../components/notice.module.css';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { ToneIcon } from '../components/tone.tsx';
import { formatMoment } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from '../store/store-context.ts';
import styles from './timeline-page.module.css';
import { TracedChanges } from './traced-changes.tsx';

/** “It last worked on …; since then …”, with the one button that brings it back. */
export function DriftNotice(props: { since: SinceProved | undefined }) {
  const { text, language } = useTexts();
  const { goTo } = useActions();
  const id = useId();
  const { since } = props;
  if (!since) return null;
  const { drift, lastGood, proved, restore, problem } = since;
  const told = problem && <ProblemNotice problem={problem} tone="quiet" />;
  if (drift.length === 0 || lastGood === null) return told;
  const when = formatMoment(language, lastGood);
  return (
    <>
      {told}
      <section className={notice.notice} aria-labelledby={id} data-notice="drift">
        <ToneIcon tone="warning" size={20} />
        <div className={notice.body}>
          <h2 id={id} className={notice.title}>
            {text('history.since.title')}
          </h2>
          <p>{text(`history.since.${proved ?? 'fits'}`, { when })}</p>
          <TracedChanges changes={drift} />
          <div className={styles.ways}>
            {restore && <RestoreButton restore={restore} />}
            <button type="button" className="link-button" onClick={() => goTo('timeline')}>
              {text('history.timeline.open')}
            </button>
          </div>
        </div>
      </section>
    </>
  );
}

function RestoreButton(props: { restore: NonNullable<SinceProved['restore']> }) {
  const { text } = useTexts();
  const actions = useActions();
  const busy = useBusy();
  const { targetId } = useSession();
  const { restore } = props;

  function bringBack(): void {
    if (targetId === null) return;
    if (restore.kind === 'snapshot') void actions.restore(targetId, restore.snapshotId);
    else void actions.plan(targetId, restore.goal);
  }
  return (
    <>
      <Button size="sm" variant="default" disabled={busy} onClick={bringBack}>
        {text(`history.restore.${restore.kind}`)}
      </Button>
      <span className={notice.hint}>{text(`history.restore.${restore.kind}-note`)}</span>
    </>
  );
}
