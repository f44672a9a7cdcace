import { useState } from 'react';
import type { RollbackResult } from '../../shared/report.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ChangeTable } from '../components/change-table.tsx';
import { EndInterrupted } from '../components/end-interrupted.tsx';
import { LeftAlone } from '../components/left-alone.tsx';
import { Notice } from '../components/notice.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { ProtectPanel } from '../components/protect-panel.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { savedGroups, type SavedGroup } from '../store/saved-states.ts';
import { useApp, useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import { SnapshotCard } from './snapshot-card.tsx';
import styles from './history-screen.module.css';

/** Every repair of every install with its way back. */
export function HistoryScreen() {
  const { text } = useTexts();
  const session = useSession();
  const next = useNextActions();
  const saved = useApp((current) => current.saved);
  const [asked, setAsked] = useState<string | null>(null);
  const { operation, rollback } = session;
  const ours = operation?.kind === 'rollback' ? operation : null;

  if (ours && ours.outcome === null) {
    return (
      <Screen
        heading={text('ui.history.restoring')}
        lead={text('ui.history.restoring-lead')}
        actions={null}
      >
        <OperationProgress operation={ours} />
      </Screen>
    );
  }
  const problem = ours?.outcome === 'succeeded' ? null : (ours?.problem ?? null);
  const groups = savedGroups(session, saved);
  const way = session.targetId === null ? next.chooseInstall : next.seeDiagnosis;
  return (
    <Screen
      heading={text(groups.length > 0 ? 'ui.history.title' : 'ui.history.none')}
      lead={text('ui.history.lead')}
      // Nothing here has to be done: the ways back stand on their cards.
      actions={
        <ActionBar
          primary={null}
          others={session.targetId === null ? [way] : [way, next.timeline]}
        />
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {ours && !problem && rollback && <RollbackNotice rollback={rollback} />}
      {session.targetId !== null && session.diagnosis && (
        <ProtectPanel targetId={session.targetId} known={session.diagnosis.protection ?? 'off'} />
      )}
      {groups.map((group) => (
        <section key={group.targetId ?? group.root} aria-label={group.name}>
          {(groups.length > 1 || group.targetId !== session.targetId) && (
            <h2 className={styles.of}>
              {group.name} <span className="quiet-note">{group.root}</span>
            </h2>
          )}
          {group.interrupted && group.targetId !== null && (
            <div className={styles.open}>
              <Notice tone="warning">
                <p>{text('problem.interrupted-repair')}</p>
                <EndInterrupted targetId={group.targetId} />
              </Notice>
            </div>
          )}
          <Snapshots group={group} asked={asked} onAsk={setAsked} />
        </section>
      ))}
    </Screen>
  );
}

function Snapshots(props: {
  group: SavedGroup;
  asked: string | null;
  onAsk: (id: string | null) => void;
}) {
  const { snapshots, targetId } = props.group;
  return (
    <ol className={styles.list}>
      {snapshots.map((snapshot, at) => (
        <li key={snapshot.id}>
          <SnapshotCard
            snapshot={snapshot}
            targetId={targetId}
            later={snapshots.slice(0, at).filter((each) => each.restoredAt === null)}
            asked={props.asked === snapshot.id}
            onAsk={(wanted) => props.onAsk(wanted ? snapshot.id : null)}
          />
        </li>
      ))}
    </ol>
  );
}

function RollbackNotice(props: { rollback: RollbackResult }) {
  const { text } = useTexts();
  const { outcome, restored } = props.rollback;
  const stays = (props.rollback.stays ?? []).map(({ name, to }) => `${name} ${to}`);
  return (
    <div role="status" className={styles.result}>
      <Notice tone={outcome === 'needs-attention' ? 'bad' : 'good'}>
        <p>{text(`ui.history.outcome.${outcome}`)}</p>
      </Notice>
      {restored.length > 0 && (
        <ChangeTable done caption={text('ui.history.restored')} changes={restored} />
      )}
      <LeftAlone paths={props.rollback.left ?? []} />
      {stays.length > 0 && <p>{text('ui.history.stays', { names: stays.join(', ') })}</p>}
    </div>
  );
}
