import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from '../store/store-context.ts';
import { ComparisonView } from './comparison-view.tsx';
import { Fold } from './fold.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './protect-panel.module.css';

/** In what this install differs from another that was found: from the one that works, for example. */
export function CompareFold(props: { targetId: string }) {
  const { text } = useTexts();
  const { compare } = useActions();
  const busy = useBusy();
  const { found, operation, comparison } = useSession();
  const { targetId } = props;
  const others = [
    ...(found?.installs ?? []).map((each) => ({ value: each.id, label: each.sourceRoot })),
    ...(found?.environments ?? []).map((each) => ({
      value: each.id,
      label: each.environmentRoot,
    })),
  ].filter(({ value }) => value !== targetId);
  const [chosen, setChosen] = useState<string | null>(null);
  const other = chosen ?? others[0]?.value;
  const ours = operation?.kind === 'compare' ? operation : null;
  const shown = comparison?.left.targetId === targetId ? comparison : null;
  if (other === undefined) return null;
  return (
    <Fold summary={text('compare.title')} open={shown !== null || ours !== null}>
      <p className={styles.lead}>{text('compare.lead')}</p>
      <NativeSelect
        label={text('compare.other')}
        value={other}
        disabled={busy}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={others}
      />
      <div className={styles.answers}>
        <Button
          size="sm"
          variant="default"
          disabled={busy}
          onClick={() => void compare(targetId, other)}
        >
          {text('compare.run')}
        </Button>
      </div>
      {ours?.problem && <ProblemNotice problem={ours.problem} />}
      <div role="status">{shown && <ComparisonView comparison={shown} />}</div>
    </Fold>
  );
}
