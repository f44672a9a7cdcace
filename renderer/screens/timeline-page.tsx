import { useEffect, useState } from 'react';
import { whatHappened } from '../../shared/history-sentences.ts';
import type { History, HistoryEntry } from '../../shared/history.ts';
import type { Result } from '../../shared/problem.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { formatMoment } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import { DriftNotice } from './drift-notice.tsx';
import styles from './timeline-page.module.css';
import { TracedChanges } from './traced-changes.tsx';

/** What happened to this environment, newest first. */
export function TimelinePage() {
  const { text } = useTexts();
  const { targetId, operation } = useSession();
  const actions = useActions();
  const next = useNextActions();
  const { history } = actions;
  const [told, setTold] = useState<Result<History> | null>(null);
  const running = operation !== null && operation.outcome === null;

  useEffect(() => {
    let isHere = true;
    // While something is being changed nobody knows yet what it will have been.
    if (targetId !== null && !running)
      void history(targetId).then((answer) => isHere && setTold(answer));
    return () => {
      isHere = false;
    };
  }, [targetId, running, history]);

  const back = { label: text('history.timeline.back'), onClick: () => actions.goTo('history') };
  return (
    <Screen
      heading={text('history.timeline.title')}
      lead={text('history.timeline.lead')}
      actions={
        <ActionBar
          primary={targetId === null ? next.chooseInstall : next.seeDiagnosis}
          others={[back]}
        />
      }
    >
      {targetId !== null && told === null && (
        <p role="status" className="quiet-note">
          {text('history.timeline.reading')}
        </p>
      )}
      {told?.ok === false && <ProblemNotice problem={told.problem} />}
      {told?.ok && <Told history={told.value} />}
    </Screen>
  );
}

function Told(props: { history: History }) {
  const { text, language } = useTexts();
  const { history } = props;
  const { entries, lastGood, drift, proved } = history;
  const good = lastGood !== null && proved !== null && drift.length === 0;
  return (
    <>
      <DriftNotice since={history} />
      {good && (
        <Notice tone="good">
          <p>{text('history.good', { when: formatMoment(language, lastGood) })}</p>
        </Notice>
      )}
      {lastGood === null && <p className="quiet-note">{text('history.never')}</p>}
      <ol className={styles.list} aria-label={text('history.timeline.list')}>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.kind}`} className={styles.entry}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Entry(props: { entry: HistoryEntry }) {
  const { text, say, language } = useTexts();
  const { entry } = props;
  return (
    <article>
      <h2 className={styles.what}>{say(whatHappened(entry))}</h2>
      <time className={styles.when} dateTime={entry.at}>
        {formatMoment(language, entry.at)}
      </time>
      {entry.proved !== null && <p>{text(`history.proved.${entry.proved}`)}</p>}
      {entry.changes.length > 0 && <TracedChanges changes={entry.changes} kind={entry.kind} />}
    </article>
  );
}
