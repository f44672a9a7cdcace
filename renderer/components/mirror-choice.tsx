import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MirrorsShown } from '../../shared/mirrors.ts';
import type { Plan } from '../../shared/plan.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useAppState, useBusy } from '../store/store-context.ts';
import styles from './mirror-choice.module.css';

/** Where to download from, for who has a slow line to the usual indexes. Nothing is tried by itself. */
export function MirrorChoice(props: { plan: Plan }) {
  const { text } = useTexts();
  const { mirrors, saveSettings, plan: makePlan } = useActions();
  const { settings } = useAppState();
  const busy = useBusy();
  const [known, setKnown] = useState<MirrorsShown['mirrors']>([]);
  const [told, setTold] = useState<string[]>([]);
  const [trying, setTrying] = useState(false);
  const { plan } = props;

  useEffect(() => {
    let isHere = true;
    void mirrors().then((answer) => isHere && answer && setKnown(answer.mirrors));
    return () => {
      isHere = false;
    };
  }, [mirrors]);

  async function choose(id: string): Promise<void> {
    await saveSettings({ ...settings, mirror: id === '' ? null : id });
    await makePlan(plan.targetId, plan.goal);
  }

  async function tryAll(): Promise<void> {
    setTrying(true);
    const times: string[] = [];
    for (const { id, name } of known) {
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

  if (known.length === 0) return null;
  return (
    <div className={styles.choice}>
      <NativeSelect
        label={text('ui.mirror.label')}
        description={text('ui.mirror.note')}
        value={plan.mirror ?? ''}
        disabled={busy}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          { value: '', label: text('ui.mirror.own') },
          ...known.map(({ id, name, pytorch }) => ({
            value: id,
            label: pytorch === null ? name : text('ui.mirror.with-pytorch', { name }),
          })),
        ]}
      />
      <button type="button" className="link-button" disabled={trying} onClick={() => void tryAll()}>
        {text('ui.mirror.try')}
      </button>
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
