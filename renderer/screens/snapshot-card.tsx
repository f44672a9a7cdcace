import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Snapshot } from '../../shared/report.ts';
import type { Change } from '../../shared/plan.ts';
import { formatBytes, formatMoment } from '../language/formats.ts';
import { useTexts, type Texts } from '../language/texts.ts';
import { useActions, useBusy } from '../store/store-context.ts';
import styles from './history-screen.module.css';

/** One saved state. Asking to put it back says first what exactly happens. */
export function SnapshotCard(props: {
  snapshot: Snapshot;
  /** null: nothing lies there any more. */
  targetId: string | null;
  /** Those that go back with it, newest first. */
  later: readonly Snapshot[];
  asked: boolean;
  onAsk: (wanted: boolean) => void;
}) {
  const texts = useTexts();
  const { language, text } = texts;
  const busy = useBusy();
  const { snapshot, targetId } = props;
  const when = formatMoment(language, snapshot.at);
  return (
    <article className={styles.card} aria-label={when}>
      <div className={styles.row}>
        <div className={styles.body}>
          <h2 className={styles.when}>{when}</h2>
          <ul className={styles.changes}>
            {snapshot.changes.map((change) => (
              <li key={change.name}>{forwards(texts, change)}</li>
            ))}
          </ul>
          <p className="quiet-note">
            {snapshot.restoredAt === null
              ? text('ui.history.size', { size: formatBytes(language, snapshot.bytes) })
              : text('ui.history.restored-at', {
                  when: formatMoment(language, snapshot.restoredAt),
                })}
          </p>
        </div>
        {snapshot.restoredAt === null && targetId !== null && !props.asked && (
          <Button
            variant="default"
            size="sm"
            disabled={busy}
            aria-label={text('ui.history.restore-named', { when })}
            onClick={() => props.onAsk(true)}
          >
            {text('ui.history.restore')}
          </Button>
        )}
      </div>
      {props.asked && (
        <Question
          snapshot={snapshot}
          targetId={targetId}
          later={props.later}
          onClose={() => props.onAsk(false)}
        />
      )}
    </article>
  );
}

function Question(props: {
  snapshot: Snapshot;
  targetId: string | null;
  later: readonly Snapshot[];
  onClose: () => void;
}) {
  const texts = useTexts();
  const { text } = texts;
  const { restore, forget } = useActions();
  const busy = useBusy();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { snapshot, later, targetId } = props;

  function putBack(): void {
    if (targetId === null) return;
    props.onClose();
    void restore(targetId, snapshot.id);
  }
  function letGo(): void {
    if (targetId === null) return;
    props.onClose();
    void forget(targetId, snapshot.id);
  }
  return (
    <div
      className={styles.question}
      role="group"
      aria-label={text('ui.history.question')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <p className={styles.ask}>{text('ui.history.question')}</p>
      <ul className={styles.changes}>
        {[...later, snapshot].map((each) =>
          each.changes.map((change) => (
            <li key={`${each.id} ${change.name}`}>{backwards(texts, change)}</li>
          )),
        )}
      </ul>
      {later.length > 0 && <p>{text('ui.history.question-later', { count: later.length })}</p>}
      <p className="quiet-note">{text('ui.history.question-note')}</p>
      <p className="quiet-note">{text('ui.history.forget-note')}</p>
      <div className={styles.answers}>
        <Button ref={first} size="sm" disabled={busy} onClick={putBack}>
          {text('ui.history.confirm')}
        </Button>
        <Button variant="subtle" size="sm" onClick={props.onClose}>
          {text('ui.history.keep')}
        </Button>
        <Button variant="subtle" size="sm" disabled={busy} onClick={letGo}>
          {text('ui.history.forget')}
        </Button>
      </div>
    </div>
  );
}

function forwards({ text }: Texts, change: Change): string {
  const { name, from, to } = change;
  if (from === null) return text('ui.history.added', { name, to: to ?? '' });
  if (to === null) return text('ui.history.removed', { name, from });
  return text('ui.history.changed', { name, from, to });
}

function backwards({ text }: Texts, change: Change): string {
  const { name, from, to } = change;
  if (from === null) return text('ui.history.back-removed', { name, to: to ?? '' });
  if (to === null) return text('ui.history.back-added', { name, from });
  return text('ui.history.back-changed', { name, from, to });
}
