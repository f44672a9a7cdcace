import { useState } from 'react';
import { ownWheelOf, type Plan } from '../../shared/plan.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp, useAppState, useBusy } from '../store/store-context.ts';
import styles from './mirror-choice.module.css';
import { MirrorSelect, useMirrors } from './mirror-select.tsx';

/** Where to download from, for who has a slow line to the usual indexes. Nothing is tried by itself. */
export function MirrorChoice(props: { plan: Plan }) {
  const { text } = useTexts();
  const { mirrors, saveSettings, plan: makePlan } = useActions();
  const { settings } = useAppState();
  const wheelId = useApp((current) => current.wantedWheel);
  const busy = useBusy();
  const known = useMirrors();
  const [told, setTold] = useState<string[]>([]);
  const [trying, setTrying] = useState(false);
  const { plan } = props;

  async function choose(mirror: string | null): Promise<void> {
    if (await saveSettings({ ...settings, mirror }))
      await makePlan(plan.targetId, plan.goal, wheelId);
  }

  async function tryAll(): Promise<void> {
    setTrying(true);
    const times: string[] = [];
    for (const { id, name } of known ?? []) {
      setTold([...times, text('ui.mirror.trying', { name })]);
      const answer = await mirrors(id);
      const count = answer?.milliseconds ?? null;
      times.push(
        count === null
          ? text('ui.mirror.silent', { name })
          : text('ui.mirror.time', { name, count }),
      );
    }
    setTold(times);
    setTrying(false);
  }

  // Mirrors are tried without a proxy, and offline nobody is asked: a time would be none.
  const canTry = !settings.proxy && !settings.offline;
  // After a reload nobody knows which file it was, and a plan without it is not what is shown.
  if (ownWheelOf(plan) !== null && wheelId === null) return null;
  if (known === null || known.length === 0) return null;
  return (
    <div className={styles.choice}>
      <MirrorSelect
        label={text('ui.mirror.label')}
        note={text('ui.mirror.note')}
        known={known}
        value={plan.mirror ?? null}
        disabled={busy}
        onChoose={(id) => void choose(id)}
      />
      {canTry && (
        <button
          type="button"
          className="link-button"
          disabled={trying}
          onClick={() => void tryAll()}
        >
          {text('ui.mirror.try')}
        </button>
      )}
      <div role="status">
        <ul className={styles.times}>
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
