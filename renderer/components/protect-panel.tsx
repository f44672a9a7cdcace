import { Button } from '@mantine/core';
import type { Protection, ProtectionState } from '../../shared/protection.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from '../store/store-context.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { ProtectPlan } from './protect-plan.tsx';
import styles from './protect-panel.module.css';

/**
 * The switch that keeps the stack. Nothing is written before every file and line was shown.
 * `known`: how it stood at the last look.
 */
export function ProtectPanel(props: { targetId: string; known: ProtectionState }) {
  const { text } = useTexts();
  const { protect } = useActions();
  const busy = useBusy();
  const { operation, protection } = useSession();
  const { targetId } = props;
  const ours = operation?.kind === 'protect' && operation.targetId === targetId ? operation : null;
  const last = protection?.targetId === targetId ? protection : null;
  const state = last?.state ?? props.known;
  const begin = (how: 'plan' | 'off') => () => void protect(targetId, how);
  return (
    <section aria-labelledby="protect-title" className={styles.panel}>
      <h2 id="protect-title" className="section-title">
        {text('protection.title')}
      </h2>
      <div role="status">
        {last && last.outcome !== 'planned' && <p>{outcomeText(text, last)}</p>}
        {ours && ours.outcome === null && <p>{text('protection.working')}</p>}
      </div>
      {ours?.problem && <ProblemNotice problem={ours.problem} />}
      {last?.outcome === 'planned' ? (
        <ProtectPlan protection={last} />
      ) : (
        <>
          <p className={styles.lead}>{text(`protection.lead-${state}`)}</p>
          <div className={styles.answers}>
            {state !== 'on' && state !== 'overruled' && (
              <Button size="sm" variant="default" disabled={busy} onClick={begin('plan')}>
                {text(state === 'off' ? 'protection.show' : 'protection.renew')}
              </Button>
            )}
            {state !== 'off' && (
              <Button size="sm" variant="subtle" disabled={busy} onClick={begin('off')}>
                {text('protection.off')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function outcomeText(
  text: ReturnType<typeof useTexts>['text'],
  { outcome, state, left }: Protection,
): string {
  if (outcome === 'nothing-to-do')
    return text(state === 'off' ? 'protection.nothing-off' : 'protection.nothing-on');
  if (outcome === 'protected') return text('protection.done-on');
  return left.length === 0
    ? text('protection.done-off')
    : text('protection.done-left', { paths: left.join(', ') });
}
