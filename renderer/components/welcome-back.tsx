import { Button } from '@mantine/core';
import { formatMoment } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { savedGroups, welcomeOf } from '../store/saved-states.ts';
import { useActions, useApp, useBusy, useSession } from '../store/store-context.ts';
import { ToneIcon } from './tone.tsx';
import styles from './welcome-back.module.css';

const tones = { interrupted: 'warning', 'put-back': 'quiet', repaired: 'good' } as const;

/** Above every page: how the last repair ended, where nobody was there to see it. */
export function WelcomeBack() {
  const { language, text } = useTexts();
  const session = useSession();
  const busy = useBusy();
  const saved = useApp((current) => current.saved);
  const dismissed = useApp((current) => current.dismissedWelcome);
  const { diagnose, verify, endInterrupted, goTo, dismissWelcome } = useActions();
  const welcome = welcomeOf(saved, new Date(), dismissed);
  const targetId = welcome?.state.targetId ?? null;
  if (!welcome || targetId === null || busy) return null;
  const { kind, state } = welcome;
  const name = savedGroups(session, [state])[0]?.name ?? '';
  const when = formatMoment(language, state.restoredAt ?? state.at);
  const act = {
    interrupted: () => endInterrupted(targetId),
    'put-back': () => diagnose(targetId),
    repaired: () => verify(targetId),
  }[kind];
  return (
    <section className={styles.strip} aria-label={text('ui.welcome.label')} data-kind={kind}>
      <ToneIcon tone={tones[kind]} size={20} />
      <p className={styles.text}>{text(`ui.welcome.${kind}`, { name, when })}</p>
      <span className={styles.ways}>
        <Button size="compact-sm" variant="default" onClick={() => void act()}>
          {text(`ui.welcome.${kind}.do`)}
        </Button>
        {kind !== 'interrupted' && (
          <>
            <Button size="compact-sm" variant="subtle" onClick={() => goTo('history')}>
              {text('ui.history.title')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => dismissWelcome(state.id)}>
              {text('ui.problem.dismiss')}
            </Button>
          </>
        )}
      </span>
    </section>
  );
}
